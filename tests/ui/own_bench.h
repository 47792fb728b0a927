// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/page_test.h"
#include "ui/settings/agent_dialog.h"
#include "ui/settings/endpoint_dialog.h"
#include "ui/settings/endpoints_section.h"
#include "ui/settings/own_agents_section.h"
#include "ui/text/language.h"

#include <QAbstractButton>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace renum::ui {

inline EndpointDefinition ollama()
{
    EndpointDefinition endpoint;
    endpoint.id = EndpointId(QStringLiteral("e1"));
    endpoint.name = QStringLiteral("Ollama");
    endpoint.url = QStringLiteral("http://localhost:11434/v1");
    endpoint.usesKey = true;
    return endpoint;
}

inline LocalAgent writer()
{
    LocalAgent agent;
    agent.id = AgentId(QStringLiteral("w1"));
    agent.endpoint = EndpointId(QStringLiteral("e1"));
    agent.name = QStringLiteral("Writer");
    agent.model = QStringLiteral("llama");
    agent.instructions = QStringLiteral("Be brief.");
    agent.temperature = 0.3;
    agent.teamTools = false;
    return agent;
}

/// Both lists of the settings in a window, on a workspace in memory.
class OwnBench {
public:
    OwnBench()
    {
        theme.install();
        language.apply(Language::Choice::English);
    }

    /// Whether the window came up and both lists were read.
    [[nodiscard]] bool open()
    {
        window = std::make_unique<QWidget>();
        endpoints = new EndpointsSection(&workspace, &theme, window.get());
        agents = new OwnAgentsSection(&workspace, &theme, window.get());
        auto *layout = new QVBoxLayout(window.get());
        layout->addWidget(endpoints);
        layout->addWidget(agents);
        window->resize(700, 600);
        window->show();
        // Answers come through the event loop.
        return QTest::qWaitForWindowExposed(window.get()) && QTest::qWaitFor([this] {
            return workspace.calls(FakeWorkspace::Call::LocalAgents) == 1
                && child<QPushButton>(QStringLiteral("addAgent"))->isEnabled()
                != workspace.storedEndpoints.isEmpty();
        });
    }
    template<typename T>
    [[nodiscard]] T *child(const QString &name) const
    {
        return visibleChild<T>(window.get(), name);
    }
    template<typename T>
    [[nodiscard]] T *inDialog(const QString &name) const
    {
        // One that was closed goes away later.
        const QList<QDialog *> dialogs = window->findChildren<QDialog *>();
        const auto open = std::ranges::find_if(dialogs, &QWidget::isVisible);
        return open == dialogs.cend() ? nullptr : visibleChild<T>(*open, name);
    }
    static void click(QAbstractButton *button) { QTest::mouseClick(button, Qt::LeftButton); }
    /// The dialog that a button opens, or nullptr.
    template<typename Dialog>
    [[nodiscard]] Dialog *openBy(const QString &button) const
    {
        if (!QTest::qWaitFor([&] { return child<QPushButton>(button) != nullptr; }))
            return nullptr;
        click(child<QPushButton>(button));
        static_cast<void>(QTest::qWaitFor([] { return openDialog<Dialog>() != nullptr; }));
        return openDialog<Dialog>();
    }

    Theme theme { Theme::Mode::Light };
    Language language;
    FakeWorkspace workspace;
    std::unique_ptr<QWidget> window;
    EndpointsSection *endpoints = nullptr;
    OwnAgentsSection *agents = nullptr;
};

} // namespace renum::ui
