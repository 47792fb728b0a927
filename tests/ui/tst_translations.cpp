// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace renum::ui;
using namespace Qt::StringLiterals;

class tst_Translations : public QObject {
    Q_OBJECT

private slots:
    void everythingIsTranslated_data();
    void everythingIsTranslated();
    void everyTextOfTheSourceIsThere();
    void placeholdersSurvive();
    void languageIsChosenByName();
    void numbersFollowTheLanguage();
    void pluralsOfEnglish();
};

namespace {

struct Message {
    QString context;
    QString source;
    QString type; ///< of the translation: empty when finished
    QStringList translations;
};

QString fileOf(const QString &language)
{
    return QStringLiteral(RENUM_SOURCE_DIR) + u"/translations/renum_%1.ts"_s.arg(language);
}

void readTranslation(QXmlStreamReader &xml, Message &message)
{
    message.type = xml.attributes().value("type"_L1).toString();
    const bool numerus = message.source.contains(u"%n"_s);
    if (!numerus) {
        message.translations.append(xml.readElementText());
        return;
    }
    while (xml.readNextStartElement())
        message.translations.append(xml.readElementText());
}

QList<Message> readMessages(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "source"_L1)
            messages.append({ context, xml.readElementText(), {}, {} });
        else if (xml.name() == "translation"_L1)
            readTranslation(xml, messages.last());
    }
    return messages;
}

QSet<QString> keysOf(const QList<Message> &messages)
{
    QSet<QString> keys;
    for (const Message &message : messages) {
        if (message.type != "vanished"_L1 && message.type != "obsolete"_L1)
            keys.insert(message.context + u'|' + message.source);
    }
    return keys;
}

QString lupdate()
{
    const QString found = QStandardPaths::findExecutable(
        u"lupdate"_s, { u"/usr/lib/qt6/bin"_s, u"/usr/lib64/qt6/bin"_s });
    return found.isEmpty() ? QStandardPaths::findExecutable(u"lupdate"_s) : found;
}

} // namespace

void tst_Translations::everythingIsTranslated_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("pt_BR") << u"pt_BR"_s;
    QTest::newRow("en") << u"en"_s;
}

void tst_Translations::everythingIsTranslated()
{
    QFETCH(const QString, language);
    const QList<Message> messages = readMessages(fileOf(language));
    QVERIFY(!messages.isEmpty());
    for (const Message &message : messages) {
        QVERIFY2(message.type.isEmpty(), qPrintable(message.source));
        for (const QString &translation : message.translations)
            QVERIFY2(!translation.isEmpty(), qPrintable(message.source));
    }
}

void tst_Translations::everyTextOfTheSourceIsThere()
{
    const QString program = lupdate();
    if (program.isEmpty())
        QSKIP("lupdate is not installed");
    const QTemporaryDir dir;
    const QString fresh = dir.filePath(u"fresh.ts"_s);
    QProcess process;
    process.setWorkingDirectory(QStringLiteral(RENUM_SOURCE_DIR));
    process.start(program,
        { u"-I"_s, u"."_s, u"-locations"_s, u"none"_s, u"ui"_s, u"app/desktop"_s, u"-ts"_s,
            fresh });
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 0);
    const QSet<QString> inSource = keysOf(readMessages(fresh));
    const QSet<QString> translated = keysOf(readMessages(fileOf(u"pt_BR"_s)));
    QVERIFY(inSource.size() > 200);
    const QStringList missing = (inSource - translated).values();
    const QStringList unused = (translated - inSource).values();
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    QVERIFY2(unused.isEmpty(), qPrintable(unused.join(u'\n')));
}

void tst_Translations::placeholdersSurvive()
{
    static const QRegularExpression placeholder(u"%L?[0-9n]|\\{\\w+\\}"_s);
    const auto placeholdersOf = [](const QString &text) {
        QStringList found;
        auto matches = placeholder.globalMatch(text);
        while (matches.hasNext())
            found.append(matches.next().captured());
        found.sort();
        return found;
    };
    const QList<Message> messages = readMessages(fileOf(u"pt_BR"_s));
    for (const Message &message : messages) {
        for (const QString &translation : message.translations)
            QVERIFY2(placeholdersOf(translation) == placeholdersOf(message.source),
                qPrintable(translation));
    }
}

void tst_Translations::languageIsChosenByName()
{
    QCOMPARE(Language::fromName(u"pt_BR"_s), Language::Choice::BrazilianPortuguese);
    QCOMPARE(Language::fromName(u"en"_s), Language::Choice::English);
    QCOMPARE(Language::fromName(u"system"_s), Language::Choice::System);
    QVERIFY(!Language::fromName(u"fr"_s));
}

void tst_Translations::numbersFollowTheLanguage()
{
    Language language;
    language.apply(Language::Choice::BrazilianPortuguese);
    QCOMPARE(language.choice(), Language::Choice::BrazilianPortuguese);
    QCOMPARE(QLocale().decimalPoint(), u","_s);
    QCOMPARE(QCoreApplication::translate("renum::ui::Theme", "Running"), u"Em execução"_s);
    language.apply(Language::Choice::English);
    QCOMPARE(QLocale().decimalPoint(), u"."_s);
    QCOMPARE(QCoreApplication::translate("renum::ui::Theme", "Running"), u"Running"_s);
    language.apply(Language::Choice::System);
    const QLocale system = QLocale::system();
    const bool isNone = system.language() == QLocale::C; // its formats are for programs
    QCOMPARE(QLocale(), isNone ? QLocale(QLocale::English, QLocale::UnitedStates) : system);
}

void tst_Translations::pluralsOfEnglish()
{
    Language language;
    language.apply(Language::Choice::English);
    const auto agents = [](int count) {
        return QCoreApplication::translate("renum::ui::TeamDetail", "%n agent(s)", nullptr, count);
    };
    QCOMPARE(agents(1), u"1 agent"_s);
    QCOMPARE(agents(3), u"3 agents"_s);
    language.apply(Language::Choice::BrazilianPortuguese);
    QCOMPARE(agents(1), u"1 agente"_s);
    QCOMPARE(agents(3), u"3 agentes"_s);
}

QTEST_MAIN(tst_Translations)
#include "tst_translations.moc"
