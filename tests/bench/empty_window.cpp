// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The least that a desktop program can be: an empty main window of the size of ours. It says so on
// standard error once it is painted and waits for input. bench_desktop_start compares with it.

#include <QApplication>
#include <QMainWindow>
#include <QTimer>

#include <cstdio>

namespace {

class EmptyWindow : public QMainWindow {
protected:
    bool event(QEvent *event) override
    {
        // As in the product: what is queued while the window paints comes after that.
        if (event->type() == QEvent::UpdateRequest && !m_isPainted) {
            m_isPainted = true;
            QTimer::singleShot(0, this, [] { std::fputs("the window can be used\n", stderr); });
        }
        return QMainWindow::event(event);
    }

private:
    bool m_isPainted = false;
};

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    EmptyWindow window;
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}
