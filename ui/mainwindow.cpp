#include "ui/mainwindow.h"

#include "ui/decodeasdialog.h"
#include "ui/helpwindow.h"
#include "ui/language.h"
#include "ui/menus.h"
#include "ui/panels/filterbar.h"
#include "ui/panels/gotobar.h"
#include "ui/panels/messagebar.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/panels/statuspanel.h"
#include "ui/panels/toolbar.h"
#include "ui/panels/welcomepage.h"
#include "ui/preferences.h"
#include "ui/windowinput.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QCloseEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QStackedWidget>

namespace vethscope {
namespace {

constexpr int zoomStep = 10;
constexpr qsizetype mostRemembered = 4; // a folder full of files would drive everything else out

QStringList localFiles(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}

} // namespace

MainWindow::MainWindow(Theme &theme, Language &language, Preferences &preferences)
    : m_theme(theme), m_language(language), m_preferences(preferences), m_selection(m_capture), m_model(m_capture)
{
    setAcceptDrops(true);
    buildPanels();
    connectCapture();
    connectFile();
    connectLook();
    connectGo();
    restore();
    showCapture();
    showZoom();
}

MainWindow::~MainWindow()
{
    m_capture.close(); // while the panels still listen: they hold views of its bytes
}

void MainWindow::buildPanels()
{
    m_commands[Command::LayoutBrowse].setChecked(true);
    m_commands[Command::ShowBoth].setChecked(true);
    m_toolBar = new ToolBar(m_commands, this);
    m_messages = new MessageBar(this);
    m_welcome = new WelcomePage(m_preferences, this);
    m_workspace = new Workspace(m_capture, m_model, m_selection, m_commands, m_preferences, this);
    m_status = new StatusPanel(m_capture, m_model, m_selection, this);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_welcome);
    m_pages->addWidget(m_workspace);

    auto *central = new QWidget(this);
    auto *column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_toolBar);
    column->addWidget(m_messages);
    column->addWidget(m_pages, 1);
    column->addWidget(m_status);
    setCentralWidget(central);

    auto *menus = new Menus(m_commands, m_preferences, this);
    setMenuBar(menus);
    connect(menus, &Menus::openRequested, this, &MainWindow::open);
}

void MainWindow::connectCapture()
{
    connect(&m_capture, &OpenCapture::changed, this, &MainWindow::showCapture);
    connect(&m_capture, &OpenCapture::failed, this,
            [this](const QString &message) { m_messages->tell(MessageBar::Kind::Error, message); });
    connect(&m_capture, &OpenCapture::finished, this, [this](const QStringList &problems) {
        if (!problems.isEmpty())
            m_messages->tell(MessageBar::Kind::Warning, problems.join(QLatin1Char('\n')));
    });
    connect(&m_capture, &OpenCapture::troubled, this,
            [this](const QStringList &problems) { m_messages->tell(MessageBar::Kind::Warning, problems.join(QLatin1Char('\n'))); });
    connect(&m_model, &PacketListModel::scanProgressed, this, [this] {
        if (const std::uint64_t packets = m_model.isScanning() ? 0 : m_model.givenUp())
            m_messages->tell(MessageBar::Kind::Warning,
                             tr("Packets in which a regular expression of the filter took too many steps and was given up: %1. They count as not matching.")
                                 .arg(packets));
    });
    FilterBar &filter = m_workspace->filterBar();
    connect(&filter, &FilterBar::applied, &m_model, &PacketListModel::setFilter);
    connect(&filter, &FilterBar::problemChanged, m_status, &StatusPanel::setProblem);
    connect(m_status, &StatusPanel::filterCancelled, &filter, &FilterBar::clear);
    auto *input = new WindowInput(*this);
    connect(input, &WindowInput::typed, this, [this, &filter](const QString &text) {
        if (m_capture.isOpen())
            filter.startTyping(text);
    });
    connect(input, &WindowInput::zoomed, this, [this](int steps) { m_theme.setZoom(m_theme.zoom() + steps * zoomStep); });
}

void MainWindow::connectFile()
{
    connect(m_welcome, &WelcomePage::openRequested, this, &MainWindow::open);
    connect(m_welcome, &WelcomePage::dialogRequested, this, &MainWindow::openWithDialog);
    connect(&m_commands[Command::Open], &QAction::triggered, this, &MainWindow::openWithDialog);
    connect(&m_commands[Command::Reload], &QAction::triggered, this, &MainWindow::reload);
    connect(&m_commands[Command::CloseFile], &QAction::triggered, this, [this] { m_capture.close(); });
    connect(&m_commands[Command::DecodeAs], &QAction::triggered, this, &MainWindow::decodeAs);
    connect(&m_commands[Command::Quit], &QAction::triggered, this, &QWidget::close);
    connect(&m_commands[Command::Copy], &QAction::triggered, this,
            [this] { QApplication::clipboard()->setText(m_workspace->copyText()); });
    for (const Command command : {Command::Manual, Command::Shortcuts, Command::About})
        connect(&m_commands[command], &QAction::triggered, this, [this, command] { help(command); });
}

void MainWindow::connectLook()
{
    const auto choose = [this](Command command, auto action) {
        connect(&m_commands[command], &QAction::triggered, this, action);
    };
    choose(Command::LayoutBrowse, [this] { m_workspace->setLayout(Layout::Browse); });
    choose(Command::LayoutCompare, [this] { m_workspace->setLayout(Layout::Compare); });
    choose(Command::ShowBoth, [this] { m_model.setPerspective(Perspective::Both); });
    choose(Command::ShowUnderlay, [this] { m_model.setPerspective(Perspective::Underlay); });
    choose(Command::ShowOverlay, [this] { m_model.setPerspective(Perspective::Overlay); });
    choose(Command::ThemeSystem, [this] { m_theme.setMode(Theme::Mode::System); });
    choose(Command::ThemeLight, [this] { m_theme.setMode(Theme::Mode::Light); });
    choose(Command::ThemeDark, [this] { m_theme.setMode(Theme::Mode::Dark); });
    choose(Command::English, [this] { m_language.setCode(QStringLiteral("en")); });
    choose(Command::Chinese, [this] { m_language.setCode(QStringLiteral("zh_CN")); });
    choose(Command::ZoomIn, [this] { m_theme.setZoom(m_theme.zoom() + zoomStep); });
    choose(Command::ZoomOut, [this] { m_theme.setZoom(m_theme.zoom() - zoomStep); });
    choose(Command::ZoomNormal, [this] { m_theme.setZoom(100); });
    connect(&m_theme, &Theme::changed, this, &MainWindow::showZoom);
}

void MainWindow::connectGo()
{
    PacketListPanel &list = m_workspace->list();
    const auto go = [this](Command command, auto action) { connect(&m_commands[command], &QAction::triggered, this, action); };
    go(Command::FocusFilter, [this] { m_workspace->filterBar().focusEdit(); });
    go(Command::ClearFilter, [this] { m_workspace->filterBar().clear(); });
    go(Command::GoToPacket, [this] { m_workspace->goToBar().ask(); });
    go(Command::NextPacket, [&list] { list.moveBy(1); });
    go(Command::PreviousPacket, [&list] { list.moveBy(-1); });
    go(Command::FirstPacket, [&list] { list.moveToFirst(); });
    go(Command::LastPacket, [&list] { list.moveToLast(); });
    connect(&m_workspace->goToBar(), &GoToBar::chosen, this, &MainWindow::selectPacket);
}

void MainWindow::restore()
{
    std::vector<DecodeRule> rules;
    for (const QString &text : m_preferences.list(preference::decodeAs))
        if (const auto rule = parseDecodeRule(text.toStdString(), m_capture.registry()))
            rules.push_back(*rule);
    m_capture.setDecodeRules(rules);
    m_commands[m_theme.mode() == Theme::Mode::Dark    ? Command::ThemeDark
               : m_theme.mode() == Theme::Mode::Light ? Command::ThemeLight
                                                      : Command::ThemeSystem].setChecked(true);
    m_commands[m_language.code() == QLatin1String("zh_CN") ? Command::Chinese : Command::English].setChecked(true);
    resize(1280, 820);
    restoreGeometry(m_preferences.value(preference::geometry).toByteArray());
}

void MainWindow::open(const QStringList &paths)
{
    if (paths.isEmpty() || !m_capture.open(paths))
        return;
    if (paths.size() <= mostRemembered)
        for (const QString &path : paths)
            m_preferences.remember(preference::recentFiles, QFileInfo(path).absoluteFilePath());
    m_workspace->list().setFocus();
}

void MainWindow::applyFilter(const QString &expression)
{
    m_workspace->filterBar().setExpression(expression);
    m_workspace->filterBar().apply();
}

void MainWindow::selectPacket(int number)
{
    m_workspace->list().moveToPacket(number - 1);
}

void MainWindow::selectWhenSettled(int number)
{
    m_workspace->list().awaitPacket(number - 1);
}

void MainWindow::setLayout(Layout layout)
{
    m_commands[layout == Layout::Browse ? Command::LayoutBrowse : Command::LayoutCompare].trigger();
}

bool MainWindow::isSettled() const
{
    if (!m_capture.isOpen())
        return true;
    const bool complete = !m_model.filter().empty() || std::size_t(m_model.rowCount()) == m_capture.store().size();
    return m_capture.isComplete() && !m_model.isScanning() && !m_model.isBehind() && complete && !m_workspace->list().isAwaiting();
}

void MainWindow::openWithDialog()
{
    const QString folder = m_capture.isOpen() ? QFileInfo(m_capture.paths().front()).path() : QString();
    open(QFileDialog::getOpenFileNames(this, tr("Open Captures"), folder,
                                       tr("Captures (*.pcap *.pcapng *.cap *.dmp)") + QStringLiteral(";;") + tr("All files (*)")));
}

void MainWindow::reload()
{
    const int row = m_selection.row();
    open(m_capture.paths());
    if (row >= 0)
        selectWhenSettled(row + 1);
}

void MainWindow::decodeAs()
{
    std::optional<DecodeRule> suggestion;
    if (!m_selection.isEmpty()) {
        const int node = m_selection.node();
        const int layer = node >= 0 ? m_selection.tree()[std::size_t(node)].layer : -1;
        suggestion = suggestedRule(m_selection.packet().frame, m_selection.packet().packet, layer);
    }
    DecodeAsDialog dialog(m_capture.registry(), m_capture.decodeRules(), suggestion, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const int row = m_selection.row();
    m_capture.setDecodeRules(dialog.rules());
    QStringList texts;
    for (const DecodeRule &rule : m_capture.decodeRules())
        texts << QString::fromStdString(textOf(rule));
    m_preferences.setValue(preference::decodeAs, texts);
    if (row >= 0)
        selectWhenSettled(row + 1);
}

void MainWindow::showCapture()
{
    const bool isOpen = m_capture.isOpen();
    m_messages->hide();
    m_pages->setCurrentWidget(isOpen ? static_cast<QWidget *>(m_workspace) : m_welcome);
    if (!isOpen)
        m_welcome->setFocus();
    setWindowTitle(isOpen ? tr("%1 — Vethscope").arg(m_capture.displayName()) : QStringLiteral("Vethscope"));
    for (const Command command : {Command::Reload, Command::CloseFile, Command::Copy, Command::FocusFilter, Command::ClearFilter})
        m_commands[command].setEnabled(isOpen);
    for (QAction *action : m_commands.in(CommandGroup::Go))
        action->setEnabled(isOpen);
}

void MainWindow::showZoom()
{
    m_toolBar->setZoom(m_theme.zoom());
}

void MainWindow::help(Command command)
{
    HelpWindow *window = nullptr;
    switch (command) {
    case Command::Manual:
        window = new HelpWindow([this] { return HelpWindow::manual(m_language.code()); }, {820, 760}, this);
        break;
    case Command::Shortcuts:
        window = new HelpWindow([this] { return HelpWindow::shortcuts(m_commands); }, {560, 720}, this);
        break;
    default:
        window = new HelpWindow(&HelpWindow::about, {480, 280}, this);
    }
    window->show();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_toolBar)
        setWindowTitle(m_capture.isOpen() ? tr("%1 — Vethscope").arg(m_capture.displayName()) : QStringLiteral("Vethscope"));
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_preferences.setValue(preference::geometry, saveGeometry());
    m_preferences.setValue(preference::theme, int(m_theme.mode()));
    m_preferences.setValue(preference::zoom, m_theme.zoom());
    m_preferences.setValue(preference::language, m_language.code());
    m_workspace->saveState(m_preferences);
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    open(localFiles(*event->mimeData()));
}

} // namespace vethscope
