// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/builder/picture/picture_test.h"
#include "ui/builder/picture/picture_file.h"
#include "ui/builder/picture/picture_files.h"
#include "ui/builder/picture/picture_work.h"
#include "ui/graph/team_graph_view.h"
#include "ui/text/file_name.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QFileDialog>
#include <QProgressDialog>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

class tst_PictureFiles : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theSuffixDecides_data();
    void theSuffixDecides();
    void anotherSuffixBecomesPng();
    void anotherSuffixReplacesNothing();
    void aFolderThatCannotBeWritten();
    void aFailureLeavesTheFileAsItWas();
    void withoutMemoryThereIsASentence();
    void theChoiceIsNotInThePicture();
    void printsAreLight();
    void theWindowStaysAlive_data();
    void theWindowStaysAlive();
    void severalAreWrittenInTurn();
    void cancellingLeavesNoFile();
    void thePersonChoosesTheFile();
    void fileNamesAreShortAndPlain();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }
    [[nodiscard]] static QByteArray contentOf(const QString &path);
    [[nodiscard]] QFileDialog *dialog() const;

    Theme m_theme { Theme::Mode::Light };
    const GraphModel m_graph = chainOf({ u"Researcher"_s, u"Critic"_s });
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<QWidget> m_window;
    PictureFiles *m_files = nullptr;
    std::unique_ptr<QSignalSpy> m_written;
    std::unique_ptr<QSignalSpy> m_failed;
};

void tst_PictureFiles::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<QWidget>();
    m_files = new PictureFiles(&m_theme, m_window.get());
    m_written = std::make_unique<QSignalSpy>(m_files, &PictureFiles::written);
    m_failed = std::make_unique<QSignalSpy>(m_files, &PictureFiles::failed);
}

void tst_PictureFiles::cleanup()
{
    m_window.reset();
}

QByteArray tst_PictureFiles::contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QFileDialog *tst_PictureFiles::dialog() const
{
    return m_window->findChild<QFileDialog *>(u"exportPictureDialog"_s);
}

void tst_PictureFiles::theSuffixDecides_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("svg") << u"team.svg"_s << QByteArray("<?xml");
    QTest::newRow("png") << u"team.png"_s << QByteArray("\x89PNG");
    QTest::newRow("pdf") << u"team.pdf"_s << QByteArray("%PDF");
    QTest::newRow("capitals") << u"TEAM.PDF"_s << QByteArray("%PDF");
}

void tst_PictureFiles::theSuffixDecides()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, beginning);
    m_files->write(path(name), m_graph, u"Team"_s);
    QTRY_COMPARE(m_written->count(), 1);
    QCOMPARE(m_written->constFirst().constFirst().toString(), path(name));
    const QByteArray content = contentOf(path(name));
    QVERIFY(content.startsWith(beginning));
    QVERIFY(content.size() > 2000);
}

void tst_PictureFiles::anotherSuffixBecomesPng()
{
    m_files->write(path(u"team.v2"_s), m_graph, u"Team"_s);
    QTRY_COMPARE(m_written->count(), 1);
    const QString expected = path(u"team.v2.png"_s);
    QCOMPARE(m_written->constFirst().constFirst().toString(), expected);
    const QImage image(expected);
    QVERIFY(!image.isNull());
    QVERIFY(coloursOf(image).size() > 20);
}

void tst_PictureFiles::anotherSuffixReplacesNothing()
{
    QFile precious(path(u"team.v2.png"_s));
    QVERIFY(precious.open(QIODevice::WriteOnly));
    precious.write("precious");
    precious.close();
    m_files->write(path(u"team.v2"_s), m_graph, u"Team"_s);
    QCOMPARE(m_failed->count(), 1);
    QCOMPARE(contentOf(precious.fileName()), QByteArray("precious"));
    m_files->write(precious.fileName(), m_graph, u"Team"_s);
    QTRY_COMPARE(m_written->count(), 1);
    QVERIFY(contentOf(precious.fileName()).startsWith("\x89PNG"));
}

void tst_PictureFiles::aFolderThatCannotBeWritten()
{
    for (const QString &name : { u"none/team.svg"_s, u"none/team.png"_s, u"none/team.pdf"_s }) {
        m_failed->clear();
        m_files->write(path(name), m_graph, u"Team"_s);
        QTRY_COMPARE(m_failed->count(), 1);
        const auto error = m_failed->constFirst().constFirst().value<Error>();
        QCOMPARE(error.code, QString::fromLatin1(code::FileUnreadable));
        QVERIFY(error.message.contains(path(name)));
        QVERIFY(error.message.contains(u"Check that the folder exists"_s));
    }
    QVERIFY(m_written->isEmpty());
}

void tst_PictureFiles::aFailureLeavesTheFileAsItWas()
{
    const QString name = path(u"team.png"_s);
    QVERIFY(writePicture(name, QByteArray("before")));
    QVERIFY(!writePicture(name, QImage()));
    QCOMPARE(contentOf(name), QByteArray("before"));
}

void tst_PictureFiles::withoutMemoryThereIsASentence()
{
    const Result<void> saved = writePicture(path(u"team.png"_s), QImage());
    QVERIFY(!saved);
    QVERIFY(saved.error().message.contains(u"memory"_s));
    QVERIFY(!QFileInfo::exists(path(u"team.png"_s)));
}

void tst_PictureFiles::theChoiceIsNotInThePicture()
{
    WorkflowDefinition definition;
    for (const QString &id : { u"a"_s, u"b"_s }) {
        WorkflowAgent member;
        member.agentId = AgentId(id);
        member.name = id;
        definition.agents.push_back(member);
    }
    TeamGraphView view(&m_theme);
    view.setDefinition(definition);
    const auto pixels = [&] {
        return std::get<QImage>(paintPicture(view.graph(), m_theme, PictureFormat::Png, {}));
    };
    const QImage before = pixels();
    view.selectNode(1);
    view.zoomBy(0.3);
    QCOMPARE(view.selectedNode(), 1);
    QCOMPARE(pixels(), before);
}

void tst_PictureFiles::printsAreLight()
{
    const Theme dark(Theme::Mode::Dark);
    const auto pdf = [&](const Theme &theme) {
        return std::get<QByteArray>(paintPicture(m_graph, theme, PictureFormat::Pdf, u"Team"_s));
    };
    // What is drawn comes first, packed, and is the same whatever was made when.
    const auto drawing = [](const QByteArray &whole) {
        const auto from = whole.indexOf("/FlateDecode");
        return from < 0 ? QByteArray() : whole.mid(from, whole.indexOf("endstream", from) - from);
    };
    QVERIFY(drawing(pdf(dark)).size() > 500);
    QCOMPARE(drawing(pdf(dark)), drawing(pdf(m_theme)));
}

void tst_PictureFiles::theWindowStaysAlive_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("png") << int(PictureFormat::Png);
    QTest::newRow("svg") << int(PictureFormat::Svg);
    QTest::newRow("pdf") << int(PictureFormat::Pdf);
}

void tst_PictureFiles::theWindowStaysAlive()
{
    QFETCH(const int, format);
    QStringList names;
    for (int i = 0; i < 300; ++i)
        names << u"Member %1"_s.arg(i);
    const GraphModel graph = chainOf(names);
    const auto kind = static_cast<PictureFormat>(format);
    PictureWork work(graph, m_theme, kind, u"Team"_s);
    int slices = 1;
    int progress = 0;
    while (!work.goOn(std::chrono::milliseconds(1))) {
        ++slices;
        QVERIFY(work.progress() >= progress);
        progress = work.progress();
    }
    QVERIFY(slices > 5);
    QCOMPARE(work.progress(), 100);
    const PictureContent parts = work.take();
    const PictureContent whole = paintPicture(graph, m_theme, kind, u"Team"_s);
    if (kind == PictureFormat::Pdf) // holds when it was made
        QCOMPARE(std::get<QByteArray>(parts).size(), std::get<QByteArray>(whole).size());
    else
        QVERIFY(parts == whole);
}

void tst_PictureFiles::severalAreWrittenInTurn()
{
    for (int i = 0; i < 3; ++i)
        m_files->write(path(u"team-%1.svg"_s.arg(i)), m_graph, u"Team"_s);
    QTRY_COMPARE(m_written->count(), 3);
    QCOMPARE(m_written->at(2).constFirst().toString(), path(u"team-2.svg"_s));
}

void tst_PictureFiles::cancellingLeavesNoFile()
{
    QStringList names;
    for (int i = 0; i < 400; ++i)
        names << u"Member %1"_s.arg(i);
    m_files->write(path(u"large.png"_s), chainOf(names), u"Team"_s);
    m_files->write(path(u"next.svg"_s), m_graph, u"Team"_s);
    QTRY_VERIFY(m_window->findChild<QProgressDialog *>(u"pictureProgress"_s));
    emit m_window->findChild<QProgressDialog *>(u"pictureProgress"_s)->canceled();
    QTRY_VERIFY(!m_window->findChild<QProgressDialog *>(u"pictureProgress"_s));
    m_files->write(path(u"later.svg"_s), m_graph, u"Team"_s);
    QTRY_COMPARE(m_written->count(), 1);
    QCOMPARE(m_dir->isValid() ? QDir(m_dir->path()).entryList(QDir::Files) : QStringList(),
        QStringList { u"later.svg"_s });
}

void tst_PictureFiles::thePersonChoosesTheFile()
{
    {
        TeamGraphView view(&m_theme);
        view.setDefinition({});
        m_files->askAndExport(&view, u"Market: analysis"_s);
    }
    // The view is gone, the picture is not.
    QFileDialog *asked = dialog();
    QVERIFY(asked);
    QVERIFY(asked->isVisible());
    QCOMPARE(asked->nameFilters().size(), 3);
    QCOMPARE(asked->defaultSuffix(), u"svg"_s);
    asked->selectNameFilter(asked->nameFilters().at(2));
    emit asked->filterSelected(asked->nameFilters().at(2));
    QCOMPARE(asked->defaultSuffix(), u"pdf"_s);
    emit asked->fileSelected(path(u"chosen.pdf"_s));
    asked->close();
    QTRY_COMPARE(m_written->count(), 1);
    QVERIFY(contentOf(path(u"chosen.pdf"_s)).startsWith("%PDF"));
}

void tst_PictureFiles::fileNamesAreShortAndPlain()
{
    QCOMPARE(fileNameFor(u"Market: analysis/2"_s), u"Market--analysis-2"_s);
    QCOMPARE(fileNameFor(u"  "_s), u"team"_s);
    QVERIFY(fileNameFor(u"🧪"_s.repeated(255)).size() <= 80);
}

QTEST_MAIN(tst_PictureFiles)
#include "tst_picture_files.moc"
