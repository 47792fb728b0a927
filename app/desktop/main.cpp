// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_connection.h"
#include "app/desktop/font_warm_up.h"
#include "app/desktop/message_log.h"
#include "app/desktop/options.h"
#include "app/desktop/screenshot.h"
#include "app/desktop/start_task.h"
#include "app/desktop/start_watch.h"
#include "core/workspace/draft_journal.h"
#include "core/workspace/local_data.h"
#include "ui/text/error_text.h"

#include <QApplication>
#include <QDir>
#include <QIcon>
#include <QMessageBox>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <future>
#include <memory>
#include <span>
#include <string_view>

using namespace renum;
using namespace renum::desktop;
using namespace Qt::StringLiterals;

namespace {

constexpr int StoreFailed = 1;
constexpr int BadUsage = 2;
constexpr int ScreenshotFailed = 3;
constexpr std::chrono::milliseconds BeforeConnecting { 100 };

void describeApplication()
{
    QCoreApplication::setApplicationName(u"renum"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(RENUM_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Renum"_s);
    QGuiApplication::setDesktopFileName(u"org.renum.Renum"_s);
}

bool hasArgument(int argc, char *argv[], std::initializer_list<std::string_view> names)
{
    const std::span arguments(argv, static_cast<std::size_t>(argc));
    return std::ranges::any_of(arguments.subspan(1), [names](const char *argument) {
        return std::ranges::find(names, std::string_view(argument)) != names.end();
    });
}

int printText(const OptionsText &text)
{
    std::fputs(qPrintable(text.text), text.isError ? stderr : stdout);
    if (!text.isError)
        return 0;
    std::fputs("\nTry --help.\n", stderr);
    return BadUsage;
}

/// Where nobody can see a dialog, the sentence goes to standard error.
int reportStoreError(const Error &error)
{
    const QString sentence = ui::errorText(error);
    if (QGuiApplication::platformName() == "offscreen"_L1) {
        std::fputs(qPrintable(sentence + u'\n'), stderr);
        return StoreFailed;
    }
    auto *box = new QMessageBox(QMessageBox::Critical,
        QCoreApplication::translate("Main", "Renum cannot start"), sentence, QMessageBox::Close);
    box->setDetailedText(ui::errorDetails(error));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(
        box, &QMessageBox::finished, qApp, [] { QCoreApplication::exit(StoreFailed); });
    box->open();
    return QCoreApplication::exec();
}

void orderScreenshot(
    const Options &options, Workspace *workspace, QWidget *window, StartTask *startTask)
{
    if (!options.screenshot)
        return;
    auto *screenshot = new Screenshot(*options.screenshot, workspace, window);
    screenshot->setPending(startTask->isBusy());
    QObject::connect(startTask, &StartTask::finished, screenshot,
        [screenshot] { screenshot->setPending(false); });
    QObject::connect(
        screenshot, &Screenshot::taken, qApp, [file = options.screenshot->file](bool saved) {
            if (!saved)
                std::fputs(
                    qPrintable(u"The picture could not be saved to %1.\n"_s.arg(file)), stderr);
            QCoreApplication::exit(saved ? 0 : ScreenshotFailed);
        });
    screenshot->start();
}

int run(const Options &options, const FontWarmUp &fonts)
{
    // On a thread of its own, because the database takes as long as what follows.
    std::future<Result<LocalData>> opening
        = std::async(std::launch::async, &LocalData::open, options.dataDir);
    ui::AppSettings settings(QDir(options.dataDir).filePath(u"renum.ini"_s));
    ui::Language language;
    language.apply(options.language.value_or(settings.value(ui::settings::LanguageChoice)));
    ui::Theme theme(options.theme.value_or(settings.value(ui::settings::ThemeMode)));
    theme.install();

    KeychainSecretStore keychain;
    LocalWorkspaceOptions workspaceOptions;
    workspaceOptions.dataDir = options.dataDir;
    workspaceOptions.secrets = &keychain;
    Result<LocalData> data = opening.get();
    fonts.waitForConfiguration();
    if (!data)
        return reportStoreError(data.error());
    const std::unique_ptr<LocalWorkspace> owned
        = LocalWorkspace::open(*std::move(data), workspaceOptions);
    LocalWorkspace *workspace = owned.get();
    DesktopConnection connection(workspace, &keychain, &settings);
    DraftJournal journal(QDir(options.dataDir).filePath(u"drafts"_s));
    ui::Workbench workbench({ workspace, &connection, &theme, &language, &settings }, &journal);
    StartTask startTask(options, workspace, &workbench);
    StartWatch::begin(&workbench);

    workbench.window()->restore();
    workbench.window()->show();
    // First the person sees the window with what is stored; the agents come after that.
    QTimer::singleShot(BeforeConnecting, &startTask, [&] {
        journal.recover();
        QGuiApplication::setWindowIcon(QIcon(u":/renum/renum.svg"_s));
        if (options.demo)
            connection.useDemo();
        else
            connection.connectAsRemembered();
        startTask.start();
        orderScreenshot(options, workspace, workbench.window(), &startTask);
    });
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    installMessageLog();
    describeApplication();
    // Neither a text nor a picture needs a display.
    if (hasArgument(argc, argv, { "-h", "--help", "-v", "--version" })) {
        const QCoreApplication application(argc, argv);
        const auto parsed = parseOptions(QCoreApplication::arguments());
        if (const auto *text = std::get_if<OptionsText>(&parsed))
            return printText(*text);
    }
    if (hasArgument(argc, argv, { "--screenshot" })
        && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    auto warmUp = std::make_unique<FontWarmUp>();
    const QApplication application(argc, argv);
    // Ends before the application does.
    const std::unique_ptr<FontWarmUp> fonts = std::move(warmUp);
    fonts->goOn();
    const auto parsed = parseOptions(QCoreApplication::arguments());
    if (const auto *text = std::get_if<OptionsText>(&parsed))
        return printText(*text);
    return run(std::get<Options>(parsed), *fonts);
}
