#include "ui/panels/toolbar.h"

#include "ui/shared/commands.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace vethscope {
namespace {

// "Open…" with a mnemonic is right in a menu; a button says "Open".
QString bareText(QString text)
{
    return text.remove(QLatin1Char('&')).remove(QStringLiteral("…"));
}

QPushButton *segment(QAction &action, const char *place, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(QStringLiteral("segment"));
    button->setProperty("place", QString::fromLatin1(place));
    button->setCheckable(true);
    button->setAutoExclusive(true);
    button->setFocusPolicy(Qt::TabFocus);
    const auto update = [button, &action] {
        button->setText(bareText(action.text()).section(QLatin1Char('('), 0, 0));
        button->setChecked(action.isChecked());
        button->setToolTip(action.shortcut().toString(QKeySequence::NativeText));
    };
    QObject::connect(&action, &QAction::changed, button, update);
    QObject::connect(button, &QPushButton::clicked, &action, &QAction::trigger);
    update();
    return button;
}

} // namespace

ToolBar::ToolBar(Commands &commands, QWidget *parent)
    : QWidget(parent), m_commands(commands), m_name(new QLabel(QStringLiteral("Vethscope"), this)),
      m_open(new QPushButton(this)), m_snapshot(new QPushButton(this)), m_capture(new QPushButton(this)), m_stop(new QPushButton(this)), m_restart(new QPushButton(this)),
      m_autoScroll(new QPushButton(this)), m_colours(new QPushButton(this)), m_zoom(new QToolButton(this))
{
    setObjectName(QStringLiteral("toolBar"));
    setAttribute(Qt::WA_StyledBackground);
    m_name->setObjectName(QStringLiteral("appName"));
    m_zoom->setObjectName(QStringLiteral("zoom"));

    auto *segments = new QHBoxLayout;
    segments->setSpacing(0);
    segments->addWidget(segment(commands[Command::LayoutBrowse], "first", this));
    segments->addWidget(segment(commands[Command::LayoutCompare], "middle", this));
    segments->addWidget(segment(commands[Command::LayoutTopology], "last", this));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(18, 6, 12, 8);
    row->setSpacing(24);
    row->addWidget(m_name);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_open, m_capture, m_stop, m_restart, m_autoScroll, m_snapshot, m_colours}) {
        button->setFocusPolicy(Qt::TabFocus);
        buttons->addWidget(button);
    }
    row->addLayout(buttons);
    row->addStretch();
    row->addLayout(segments);
    row->addWidget(m_zoom);

    m_colours->setCheckable(true);
    QAction &colourise = commands[Command::ColourisePackets];
    connect(m_colours, &QPushButton::toggled, &colourise, &QAction::setChecked);
    connect(&colourise, &QAction::toggled, m_colours, &QPushButton::setChecked);
    m_stop->setObjectName(QStringLiteral("stop"));
    m_autoScroll->setCheckable(true);
    QAction &autoScroll = commands[Command::AutoScroll];
    connect(m_autoScroll, &QPushButton::toggled, &autoScroll, &QAction::setChecked);
    connect(&autoScroll, &QAction::toggled, m_autoScroll, &QPushButton::setChecked);
    for (const auto &[button, command] : {std::pair{m_open, Command::Open}, {m_snapshot, Command::PasteSnapshot}, {m_capture, Command::CaptureOptions},
                                          {m_stop, Command::StopCapture}, {m_restart, Command::RestartCapture}})
        connect(button, &QPushButton::clicked, &commands[command], &QAction::trigger);
    setCapturing(false);
    connect(m_zoom, &QToolButton::clicked, &commands[Command::ZoomNormal], &QAction::trigger);
    setZoom(100);
    retranslate();
}

void ToolBar::setZoom(int percent)
{
    m_zoom->setText(tr("%1 %").arg(percent));
}

void ToolBar::setCapturing(bool capturing)
{
    m_capture->setVisible(!capturing);
    for (QPushButton *button : {m_stop, m_restart, m_autoScroll})
        button->setVisible(capturing);
}

QSize ToolBar::minimumSizeHint() const
{
    const QSize all = layout()->totalMinimumSize();
    return {all.width() - (m_name->isHidden() ? 0 : widthOfName()), all.height()};
}

bool ToolBar::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        showName();
    return QWidget::event(event);
}

void ToolBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showName();
}

int ToolBar::widthOfName() const
{
    return m_name->minimumSizeHint().width() + layout()->spacing();
}

void ToolBar::showName()
{
    m_name->setVisible(width() >= minimumSizeHint().width() + widthOfName());
}

void ToolBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ToolBar::retranslate()
{
    m_open->setText(tr("Open"));
    m_open->setToolTip(tr("Open capture files (%1)").arg(m_commands[Command::Open].shortcut().toString(QKeySequence::NativeText)));
    const auto keys = [this](Command command) { return m_commands[command].shortcut().toString(QKeySequence::NativeText); };
    m_snapshot->setText(tr("Snapshot"));
    m_snapshot->setToolTip(tr("Paste what the nodes have printed (%1)").arg(keys(Command::PasteSnapshot)));
    m_capture->setText(tr("Capture"));
    m_capture->setToolTip(tr("Choose what to capture (%1)").arg(keys(Command::CaptureOptions)));
    m_stop->setText(tr("■ Stop"));
    m_stop->setAccessibleName(tr("Stop"));
    m_stop->setToolTip(tr("Stop capturing (%1)").arg(keys(Command::StopCapture)));
    m_restart->setText(tr("Restart"));
    m_restart->setToolTip(tr("Throw these packets away and begin anew (%1)").arg(keys(Command::RestartCapture)));
    m_autoScroll->setText(tr("Auto-scroll"));
    m_autoScroll->setToolTip(tr("Keep the newest packets in sight"));
    m_colours->setText(tr("Colours"));
    m_colours->setToolTip(tr("Colour the packets of the list by rules (View ▸ Colouring Rules…)"));
    m_zoom->setToolTip(tr("Zoom; click for 100 %"));
    m_zoom->setAccessibleName(tr("Zoom"));
}

} // namespace vethscope
