#include "ui/predict/predictpanel.h"

#include "ui/predict/hopboxes.h"
#include "ui/predict/hopheaders.h"
#include "ui/predict/playbar.h"
#include "ui/predict/verdictbar.h"
#include "ui/shared/language.h"
#include "ui/theme/palette.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QTextBrowser>

namespace vethscope {
namespace {

QString protocolName(const path::Packet &packet)
{
    const path::IpHeader &ip = packet.inner().ip;
    if (ip.protocol == 1 || ip.protocol == 58)
        return ip.protocol == 1 ? QStringLiteral("ICMP") : QStringLiteral("ICMPv6");
    const QString name = ip.protocol == 6 ? QStringLiteral("TCP") : ip.protocol == 17 ? QStringLiteral("UDP") : QString::number(ip.protocol);
    return packet.destinationPort ? QStringLiteral("%1 %2").arg(name).arg(packet.destinationPort->value) : name;
}

QPushButton *segment(const char *place, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(QStringLiteral("segment"));
    button->setProperty("place", QString::fromLatin1(place));
    button->setCheckable(true);
    button->setAutoExclusive(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

PredictPanel::PredictPanel(PathPlayer &player, QWidget *parent)
    : QWidget(parent), m_player(player), m_title(new QLabel(this)), m_empty(new QLabel(this)), m_request(segment("first", this)), m_answer(segment("last", this)),
      m_waysLabel(new QLabel(this)), m_ways(new QComboBox(this)), m_ask(new QPushButton(this)), m_in(new HopBoxes(this)), m_out(new HopBoxes(this)),
      m_playBar(new PlayBar(player, this)), m_verdict(new VerdictBar(this)), m_tabs(new QTabWidget(this)), m_steps(new QTextBrowser(this)),
      m_headers(new HopHeaders(this)), m_splitter(new QSplitter(Qt::Horizontal, this))
{
    build();
    connect(&player, &PathPlayer::pathChanged, this, &PredictPanel::showPath);
    connect(&player, &PathPlayer::hopChanged, this, &PredictPanel::showHop);
    connect(m_request, &QPushButton::clicked, this, [this] { m_player.setAnswer(false); });
    connect(m_answer, &QPushButton::clicked, this, [this] { m_player.setAnswer(true); });
    connect(m_ways, &QComboBox::activated, this, [this](int way) { m_player.setWay(std::size_t(way)); });
    connect(m_ask, &QPushButton::clicked, this, &PredictPanel::askRequested);
    connect(m_steps, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) { follow(url.toString()); });
    connect(m_headers, &HopHeaders::evidenceRequested, this, &PredictPanel::evidenceRequested);
    connect(m_verdict, &VerdictBar::evidenceRequested, this, &PredictPanel::evidenceRequested);
    retranslate();
}

void PredictPanel::build()
{
    setObjectName(QStringLiteral("predictPanel"));
    m_empty->setWordWrap(true);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setObjectName(QStringLiteral("panelTitle"));
    m_title->setWordWrap(true);
    m_ask->setObjectName(QStringLiteral("quiet"));
    m_waysLabel->setBuddy(m_ways);
    m_ways->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_ways->setMinimumContentsLength(10);
    m_steps->setOpenLinks(false);
    m_steps->setFrameShape(QFrame::NoFrame);
    m_steps->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_tabs->setObjectName(QStringLiteral("trafficTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->setUsesScrollButtons(false); // both are in sight, in a narrow panel with an ellipsis
    m_tabs->setElideMode(Qt::ElideRight);
    m_tabs->addTab(m_steps, {});
    m_tabs->addTab(m_headers, {});

    auto *switches = new QHBoxLayout;
    switches->setSpacing(0);
    switches->addWidget(m_request);
    switches->addWidget(m_answer);
    auto *top = new QHBoxLayout;
    top->setSpacing(14);
    top->addLayout(switches);
    top->addStretch();
    top->addWidget(m_ask);
    auto *ways = new QHBoxLayout;
    ways->setSpacing(14);
    ways->addWidget(m_waysLabel);
    ways->addWidget(m_ways, 1);

    auto *left = new QWidget(this);
    left->setMinimumWidth(260);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 4, 18, 0);
    column->setSpacing(9);
    column->addWidget(m_in);
    column->addWidget(m_out);
    column->addWidget(m_playBar);
    column->addWidget(m_verdict);
    column->addStretch();
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_tabs);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(5);
    m_splitter->setSizes({600, 440});

    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(20, 8, 14, 8);
    whole->setSpacing(6);
    whole->addWidget(m_title);
    whole->addLayout(top);
    whole->addWidget(m_empty);
    whole->addLayout(ways);
    whole->addWidget(m_splitter, 1);
    whole->addStretch(0); // takes the room while there is no path
}

void PredictPanel::showPath()
{
    m_unfolded.clear();
    const path::Path *path = m_player.path();
    for (QWidget *part : {static_cast<QWidget *>(m_request), static_cast<QWidget *>(m_answer), static_cast<QWidget *>(m_splitter)})
        part->setVisible(path != nullptr);
    m_empty->setVisible(path == nullptr);
    m_ask->setEnabled(path || m_canAsk);
    m_ask->setText(path ? tr("Another Path…") : tr("Predict a Path…"));
    setFocusProxy(path ? static_cast<QWidget *>(m_playBar) : m_ask);
    if (!path)
        return showEmpty();
    const Foretold &foretold = *m_player.foretold();
    const QString from = QString::fromStdString(foretold.question.from.name), to = QString::fromStdString(foretold.question.to.name);
    const path::Hop &first = path->hops.front();
    const QString what = first.packet ? protocolName(*first.packet) : QString();
    const QString way = m_player.isAnswer() ? QStringLiteral("%1 → %2").arg(to, from) : QStringLiteral("%1 → %2").arg(from, to);
    m_title->setText(what.isEmpty() ? way : QStringLiteral("%1  ·  %2").arg(way, what));
    m_title->setToolTip(m_title->text());
    m_request->setChecked(!m_player.isAnswer());
    m_answer->setChecked(m_player.isAnswer());
    m_answer->setEnabled(m_player.hasAnswer());
    m_answer->setToolTip(m_player.hasAnswer() ? QString() : tr("Only what is delivered is answered"));
    fillWays();
    m_verdict->setPath(*path);
    showHop();
}

void PredictPanel::showEmpty()
{
    m_ways->hide();
    m_waysLabel->hide();
    m_steps->clear();
    m_headers->clear();
    m_title->setText(tr("No path yet"));
    m_title->setToolTip({});
    m_empty->setText(m_canAsk ? tr("Choose who sends to whom: which way the packet takes, and its headers at every device, are foretold from what the hosts printed.")
                              : tr("Paths are foretold from what the hosts printed. Import host output, or paste it."));
}

void PredictPanel::setCanAsk(bool canAsk)
{
    if (canAsk == m_canAsk)
        return;
    m_canAsk = canAsk;
    if (!m_player.path())
        showPath();
}

void PredictPanel::fillWays()
{
    m_ways->clear();
    for (std::size_t i = 0; i < m_player.wayCount(); ++i) {
        const path::Path &way = m_player.way(i);
        const QString chance = way.probability ? QStringLiteral("%1 %").arg(QLocale().toString(*way.probability * 100, 'g', 3)) : tr("chance not known");
        const QString because = translated(way.because);
        m_ways->addItem(QStringLiteral("%1 · %2 · %3").arg(chance, because.isEmpty() ? tr("the likeliest") : because, VerdictBar::wordOf(way.verdict())));
        m_ways->setItemData(int(i), m_ways->itemText(int(i)), Qt::ToolTipRole);
    }
    m_ways->setCurrentIndex(int(m_player.currentWay()));
    const bool several = m_player.wayCount() > 1;
    m_ways->setVisible(several);
    m_waysLabel->setVisible(several);
}

void PredictPanel::showHop()
{
    if (!m_player.path())
        return;
    m_unfolded.clear();
    showBoxes();
    showSteps();
    m_headers->setHop(m_player.hopBefore(), m_player.currentHop());
    m_tabs->setTabText(0, deedTitle(*m_player.path(), m_player.hop()));
    m_tabs->setTabText(1, tr("Headers at %1").arg(m_player.currentHop().interface.empty() ? hopTitle(m_player.currentHop()) : QString::fromStdString(m_player.currentHop().interface)));
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        m_tabs->setTabToolTip(tab, m_tabs->tabText(tab));
}

void PredictPanel::showBoxes()
{
    const path::Hop *before = m_player.hopBefore();
    const path::Hop &now = m_player.currentHop();
    PathBoxes boxes = boxesBetween(before, now);
    const std::uint32_t in = sizeOf(boxes.before), out = sizeOf(boxes.now), whole = std::max(in, out);
    const auto sized = [](const QString &words, std::uint32_t size, int more) {
        if (size == 0)
            return words;
        const QString change = more == 0 ? QString() : QStringLiteral(" (%1%2 B)").arg(more > 0 ? QStringLiteral("+") : QStringLiteral("−")).arg(std::abs(more));
        return QStringLiteral("%1  ·  %2 B%3").arg(words).arg(size).arg(change);
    };
    const int more = in == 0 ? 0 : int(out) - int(in);
    m_in->setBoxes(sized(before ? tr("In at %1").arg(hopTitle(*before)) : tr("In"), in, 0), std::move(boxes.before), whole,
                   before ? tr("no packet was seen here") : tr("Nothing yet: the sender writes it."));
    m_out->setBoxes(sized(tr("Out at %1").arg(hopTitle(now)), out, more), std::move(boxes.now), whole, tr("It never reached a device."));
}

void PredictPanel::showSteps()
{
    const path::Path &path = *m_player.path();
    m_steps->document()->setDefaultStyleSheet(QStringLiteral("a { color: %1; }").arg(Palette::current().accent.name()));
    m_steps->setHtml(hopText(path, m_player.hop(), m_unfolded, m_links) + assumedText(path, m_assumedShown));
}

void PredictPanel::follow(const QString &link)
{
    const int number = link.section(QLatin1Char(':'), 1).toInt();
    if (link.startsWith(QLatin1String("line:"))) {
        if (std::size_t(number) < m_links.lines.size())
            emit evidenceRequested(m_links.lines[std::size_t(number)]);
        return;
    }
    if (link == QLatin1String("assumed"))
        m_assumedShown = !m_assumedShown;
    else if (!m_unfolded.erase(number))
        m_unfolded.insert(number);
    showSteps();
}

// Steps wherever the focus is in here, but for a list that wants the key itself.
void PredictPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() & ~Qt::KeypadModifier || !m_playBar->takes(event->key()))
        QWidget::keyPressEvent(event);
}

void PredictPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const Qt::Orientation wanted = width() < height() * 5 / 4 ? Qt::Vertical : Qt::Horizontal; // docked at a side
    if (wanted == m_splitter->orientation())
        return;
    m_splitter->setOrientation(wanted);
    m_splitter->widget(0)->layout()->setContentsMargins(0, 4, wanted == Qt::Vertical ? 6 : 18, wanted == Qt::Vertical ? 10 : 0);
    m_splitter->setSizes(wanted == Qt::Vertical ? QList<int>{m_splitter->widget(0)->sizeHint().height(), height()} : QList<int>{600, 440});
}

void PredictPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange || changesFonts(*event))
        if (m_player.path())
            showHop();
    QWidget::changeEvent(event);
}

void PredictPanel::retranslate()
{
    m_request->setText(tr("Request"));
    m_answer->setText(tr("Answer"));
    m_waysLabel->setText(tr("Way"));
    m_ways->setAccessibleName(tr("Which of the ways that the packet may take"));
    m_steps->setAccessibleName(tr("What was done to the packet"));
    m_title->setAccessibleName(tr("The path that is foretold"));
    showPath();
}

} // namespace vethscope
