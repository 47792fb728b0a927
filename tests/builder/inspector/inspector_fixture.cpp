// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/builder/inspector/inspector_fixture.h"

#include "ui/builder/inspector/fields/field.h"
#include "ui/builder/inspector/section.h"

#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

TeamDraft draftWith(QByteArray workflow)
{
    Json json { { "name", "Market team" } };
    json["workflow_definition"] = Json::parse(workflow.replace('\'', '"').toStdString());
    return readTeamDraft(json).draft;
}

InspectorFixture::InspectorFixture(QByteArray workflow)
    : document(std::make_unique<TeamDocument>(draftWith(std::move(workflow))))
{
    make();
}

InspectorFixture::InspectorFixture(const Team &team)
    : document(std::make_unique<TeamDocument>(team))
{
    make();
}

void InspectorFixture::make()
{
    theme.install();
    workspace.agentList = sample::agents();
    selection = std::make_unique<MemberSelection>(document.get());
    catalog = std::make_unique<AgentCatalog>(&workspace);
    inspector = new Inspector(
        document.get(), selection.get(), catalog.get(), &workspace, &theme, &window);
    auto *layout = new QVBoxLayout(&window);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(inspector);
    window.resize(10 * Theme::ControlHeight, 60 * Theme::ControlHeight);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
}

QRegularExpression InspectorFixture::unexpectedWarning()
{
    return QRegularExpression(u"^(?!This plugin does not support)"_s);
}

void InspectorFixture::unfold()
{
    const QList<Section *> sections = inspector->findChildren<Section *>();
    for (Section *section : sections)
        section->setOpen(true);
}

void InspectorFixture::type(QWidget *control, const QString &text)
{
    QWidget *line = control;
    if (auto *box = qobject_cast<QComboBox *>(control))
        line = box->lineEdit();
    line->setFocus();
    QTest::keySequence(line, QKeySequence::SelectAll);
    if (text.isEmpty())
        QTest::keyClick(line, Qt::Key_Delete);
    for (const QChar c : text) {
        if (c == u'\n')
            QTest::keyClick(line, Qt::Key_Return);
        else
            QTest::sendKeyEvent(QTest::Click, line, Qt::Key_unknown, QString(c), Qt::NoModifier);
    }
}

void InspectorFixture::choose(QComboBox *box, const QString &value)
{
    const int row = box->findData(value);
    QVERIFY2(row >= 0, qPrintable(value));
    box->setFocus();
    box->showPopup();
    box->view()->setCurrentIndex(box->model()->index(row, 0));
    QTest::keyClick(box->view(), Qt::Key_Enter);
}

void InspectorFixture::click(QWidget *control)
{
    control->setFocus();
    QTest::keyClick(control, Qt::Key_Space);
}

QString InspectorFixture::at(const QString &pointer) const
{
    const Json json = toJson(document->draft());
    const Json::json_pointer place(pointer.toStdString());
    return json.contains(place) ? compactJsonText(json.at(place)).replace(u'"', u'\'') : u"none"_s;
}

QByteArray InspectorFixture::text() const
{
    return canonicalJson(toJson(document->draft()));
}

QString InspectorFixture::problemOf(const QWidget *control)
{
    return lineOf(control, u"fieldProblem"_s);
}

QString InspectorFixture::noteOf(const QWidget *control)
{
    return lineOf(control, u"fieldNote"_s);
}

QString InspectorFixture::lineOf(const QWidget *control, const QString &name)
{
    const QWidget *field = control->parentWidget();
    while (field && !qobject_cast<const Field *>(field))
        field = field->parentWidget();
    const auto *line = field ? visibleChild<QLabel>(field, name) : nullptr;
    return line ? line->text() : QString();
}

} // namespace renum::ui
