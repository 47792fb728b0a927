// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The program itself, as a person starts it.
class tst_DesktopProgram : public QObject {
    Q_OBJECT

private slots:
    void startsWithoutComplaint();
};

/// More than once, because what is wrong with the order of its threads shows only sometimes.
void tst_DesktopProgram::startsWithoutComplaint()
{
    constexpr int Starts = 3;
    for (int i = 0; i < Starts; ++i) {
        const QTemporaryDir data;
        const QString picture = data.filePath(u"window.png"_s);
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"XDG_RUNTIME_DIR"_s, data.path());
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(RENUM_BIN_DIR "/renum"),
            { u"--demo"_s, u"--data-dir"_s, data.path(), u"--page"_s, u"teams"_s, u"--screenshot"_s,
                picture });
        QVERIFY(program.waitForFinished(60'000));
        const QByteArray errors = program.readAllStandardError();
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QVERIFY2(program.exitCode() == 0, errors.constData());
        QVERIFY2(!errors.contains("warning") && !errors.contains("critical"), errors.constData());
        QVERIFY(QFile::exists(picture));
    }
}

QTEST_GUILESS_MAIN(tst_DesktopProgram)
#include "tst_desktop_program.moc"
