#include "ui/panels/welcomepage.h"

#include "ui/panels/welcomefigure.h"
#include "ui/shared/centredpage.h"
#include "ui/shared/preferences.h"
#include "ui/shared/samples.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QHash>
#include <QLabel>
#include <QPushButton>

namespace vethscope {
namespace {

constexpr int shownEntries = 6;
constexpr int shownRecent = 4;
constexpr int shownOfFirst = 2; // one of each other cluster; the menu has them all

void empty(QGridLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // a change of style may be walking over all widgets just now
        delete item;
    }
}

} // namespace

WelcomePage::WelcomePage(const Preferences &preferences, QWidget *parent)
    : QWidget(parent), m_preferences(preferences), m_title(new QLabel(QStringLiteral("Vethscope"), this)),
      m_sentence(new QLabel(this)), m_open(new QPushButton(this)), m_capture(new QPushButton(this)), m_samplesTitle(new QLabel(this)),
      m_recentTitle(new QLabel(this)), m_samples(new QGridLayout), m_recent(new QGridLayout), m_dropHint(new QLabel(this))
{
    m_open->setObjectName(QStringLiteral("primary"));
    m_open->setCursor(Qt::PointingHandCursor);
    m_dropHint->setObjectName(QStringLiteral("dropHint"));
    m_dropHint->setAlignment(Qt::AlignCenter);
    m_title->setObjectName(QStringLiteral("welcomeTitle"));
    m_sentence->setObjectName(QStringLiteral("welcomeSentence"));
    m_samplesTitle->setObjectName(QStringLiteral("welcomeHeading"));
    m_recentTitle->setObjectName(QStringLiteral("welcomeHeading"));
    m_sentence->setWordWrap(true);
    setFocusProxy(m_open);
    m_capture->setObjectName(QStringLiteral("quiet"));
    m_capture->setCursor(Qt::PointingHandCursor);
    connect(m_open, &QPushButton::clicked, this, &WelcomePage::dialogRequested);
    connect(m_capture, &QPushButton::clicked, this, &WelcomePage::captureRequested);

    auto *content = new QWidget(this);
    content->setMaximumWidth(880);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(32, 8, 32, 8);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addSpacing(10);
    column->addWidget(m_sentence);
    column->addSpacing(26);
    column->addWidget(new WelcomeFigure(content));
    column->addSpacing(26);
    auto *begin = new QHBoxLayout;
    begin->setSpacing(12);
    begin->addWidget(m_open);
    begin->addWidget(m_capture);
    begin->addStretch();
    m_capture->setMinimumHeight(m_open->sizeHint().height());
    column->addLayout(begin);
    column->addSpacing(26);
    for (auto [title, list] : {std::pair{m_samplesTitle, m_samples}, std::pair{m_recentTitle, m_recent}}) {
        list->setSpacing(8);
        list->setColumnStretch(0, 1);
        list->setColumnStretch(1, 1);
        column->addWidget(title);
        column->addSpacing(8);
        column->addLayout(list);
        column->addSpacing(18);
    }
    column->addSpacing(4);
    column->addWidget(m_dropHint);

    centreOnPage(*this, *content);
    retranslate();
}

void WelcomePage::refresh()
{
    empty(*m_samples);
    int shown = 0;
    QHash<QString, int> ofCluster;
    for (const Sample &sample : bundledSamples()) {
        if (shown == shownEntries)
            break;
        const bool first = ofCluster.isEmpty() || (ofCluster.size() == 1 && ofCluster.contains(sample.cluster));
        const int most = first ? shownOfFirst : 1;
        if (++ofCluster[sample.cluster] > most)
            continue;
        ++shown;
        const QString remark = sample.paths.size() == 1 ? QFileInfo(sample.paths.front()).fileName()
                                                        : tr("%1 files, one timeline").arg(sample.paths.size());
        addCard(*m_samples, sample.title(), remark, sample.paths);
    }
    m_samplesTitle->setVisible(shown > 0);

    empty(*m_recent);
    shown = 0;
    for (const QString &path : m_preferences.list(preference::recentFiles)) {
        if (!QFileInfo::exists(path))
            continue;
        if (shown++ == shownRecent)
            break;
        addCard(*m_recent, QFileInfo(path).fileName(), QFileInfo(path).path(), {path});
    }
    m_recentTitle->setVisible(shown > 0);
}

void WelcomePage::addCard(QGridLayout &list, const QString &title, const QString &remark, const QStringList &paths)
{
    auto *card = new QPushButton(this);
    card->setObjectName(QStringLiteral("card"));
    card->setCursor(Qt::PointingHandCursor);
    card->setAccessibleName(title);
    card->setToolTip(paths.size() == 1 ? paths.front() : QString());
    auto *lines = new QVBoxLayout(card);
    lines->setContentsMargins(14, 8, 14, 8);
    lines->setSpacing(2);
    auto *head = new QLabel(title, card);
    auto *foot = new QLabel(card);
    foot->setObjectName(QStringLiteral("cardRemark"));
    foot->setText(foot->fontMetrics().elidedText(remark, Qt::ElideMiddle, foot->fontMetrics().averageCharWidth() * 46));
    for (QLabel *label : {head, foot}) {
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        lines->addWidget(label);
    }
    card->setMinimumHeight(qRound(fontMetrics().height() * 3.4)); // the same with Chinese and Latin lines
    connect(card, &QPushButton::clicked, this, [this, paths] { emit openRequested(paths); });
    list.addWidget(card, list.count() / 2, list.count() % 2);
}

void WelcomePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::StyleChange && isVisible())
        refresh(); // the cards are as tall as their lines
    QWidget::changeEvent(event);
}

void WelcomePage::showEvent(QShowEvent *event)
{
    refresh();
    QWidget::showEvent(event);
}

void WelcomePage::retranslate()
{
    m_sentence->setText(tr("See what really happens between two pods: every header of a packet, coloured by the network it "
                           "serves — the underlay that the nodes see, the overlay that the pods see, and the tunnel between."));
    m_open->setText(tr("Open a Capture…"));
    m_capture->setText(tr("Capture Live…"));
    m_samplesTitle->setText(tr("Bundled samples"));
    m_recentTitle->setText(tr("Recent files"));
    m_dropHint->setText(tr("or drop pcap and pcapng files here; several are merged by time"));
    if (isVisible())
        refresh();
}

} // namespace vethscope
