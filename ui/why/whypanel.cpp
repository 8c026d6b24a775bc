#include "ui/why/whypanel.h"

#include "ui/shared/explanations.h"
#include "ui/shared/language.h"
#include "ui/shared/selection.h"
#include "ui/shared/utf8text.h"
#include "ui/why/addresscard.h"
#include "ui/why/agreement.h"
#include "ui/why/fieldpage.h"
#include "ui/why/whylabels.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QScrollArea>

namespace vethscope {
namespace {

constexpr int waitMilliseconds = 250;
constexpr int narrowest = 250;

} // namespace

WhyPanel::WhyPanel(const Explanations &explanations, Selection &selection, QWidget *parent)
    : QWidget(parent), m_explanations(explanations), m_selection(selection), m_title(new QLabel(this)), m_point(new QLabel(this)), m_scroll(new QScrollArea(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setMinimumWidth(narrowest);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_point->setTextFormat(Qt::PlainText);
    m_point->setWordWrap(true);
    m_point->setObjectName(QStringLiteral("muted"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusProxy(m_scroll);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(14, 10, 14, 4);
    head->setSpacing(1);
    head->addWidget(m_title);
    head->addWidget(m_point);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_scroll, 1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &WhyPanel::refresh);
    m_waiting.setSingleShot(true);
    m_waiting.setInterval(waitMilliseconds);
    connect(&m_waiting, &QTimer::timeout, this, [this] { showRemark(tr("Being looked up …")); });
    connect(&explanations, &Explanations::changed, this, &WhyPanel::followExplanations);
    connect(&selection, &Selection::nodeChanged, this, [this] {
        m_listWanted = false;
        showSoon();
    });
    showSoon();
}

void WhyPanel::followExplanations()
{
    if (!m_explanations.frame() && m_explanations.isBusy()) { // what is shown stays for a moment, so that nothing flickers
        if (!m_waiting.isActive())
            m_waiting.start();
        return;
    }
    m_waiting.stop();
    showSoon();
}

void WhyPanel::showSoon()
{
    if (isVisible())
        m_soon.start();
}

void WhyPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void WhyPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange || changesFonts(*event))
        showSoon();
}

void WhyPanel::refresh()
{
    if (!m_explanations.frame()) {
        if (!m_explanations.isBusy())
            showRemark(m_explanations.reason());
        return;
    }
    if (m_selection.isEmpty())
        return;
    m_title->setFont(sizedFont(1.15, QFont::DemiBold));
    m_title->setText(tr("Why is this here? · frame %1").arg(m_selection.packet().frame.number));
    m_point->setText(pointText());
    m_point->show();
    const int node = m_selection.node();
    if (!m_listWanted && m_explanations.fieldAt(node))
        showField(node);
    else
        showList();
}

QString WhyPanel::pointText() const
{
    const explain::FrameExplanation &frame = *m_explanations.frame();
    const QString machine = QString::fromStdString(frame.point.pod.empty() ? frame.point.node : frame.point.pod), device = QString::fromStdString(frame.point.interface);
    QString text = machine.isEmpty() && device.isEmpty() ? tr("Where it was captured is not known.")
        : machine.isEmpty() || device.isEmpty()          ? tr("captured on %1").arg(machine + device)
                                                         : tr("captured on %1 of %2", "device, machine").arg(device, machine);
    QStringList tunnels;
    for (const std::string_view tunnel : frame.tunnels)
        tunnels << vethscope::text(tunnel);
    if (!tunnels.isEmpty())
        text += QStringLiteral(" · ") + tr("in %1", "tunnels").arg(tunnels.join(QStringLiteral(" › ")));
    return text;
}

void WhyPanel::showField(int node)
{
    const explain::FieldExplanation &field = *m_explanations.fieldAt(node);
    auto *page = new FieldPage(field, m_selection.shownName(m_selection.tree()[std::size_t(node)]));
    connect(page, &FieldPage::listRequested, this, [this] {
        m_listWanted = true;
        showSoon();
    });
    connect(page, &FieldPage::evidenceRequested, this, &WhyPanel::evidenceRequested);
    connect(page, &FieldPage::deviceChosen, this, &WhyPanel::deviceChosen);
    setPage(page);
    m_page = page;
}

void WhyPanel::showList()
{
    setPage(listPage());
}

QWidget *WhyPanel::listPage()
{
    const explain::FrameExplanation &frame = *m_explanations.frame();
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(14, 6, 14, 14);
    column->setSpacing(6);
    if (!frame.unforetold.empty())
        column->addWidget(whyLabel(breakable(tr("Nothing is foretold: %1.").arg(translated(frame.unforetold))), page, Palette::current().muted));
    if (frame.fields.empty())
        column->addWidget(whyLabel(tr("This frame has no address that host output could explain."), page, Palette::current().muted));
    const explain::FieldExplanation *before = nullptr;
    for (const explain::FieldExplanation &field : frame.fields) {
        const int node = m_explanations.nodeOf(field);
        if (!before || before->depth != field.depth) {
            QLabel *const heading = whyLabel(scopeName(scopeOf(field), int(field.depth)), page, Palette::current().of(scopeOf(field)).ink);
            heading->setFont(sizedFont(1, QFont::DemiBold));
            column->addSpacing(before ? 6 : 0);
            column->addWidget(heading);
        }
        before = &field;
        auto *card = new AddressCard(field, node < 0 ? QString() : m_selection.shownName(m_selection.tree()[std::size_t(node)]), page);
        connect(card, &QAbstractButton::clicked, this, [this, node] {
            m_listWanted = false;
            m_selection.setNode(node);
            showSoon();
        });
        column->addWidget(card);
    }
    column->addStretch();
    return page;
}

void WhyPanel::showRemark(const QString &remark)
{
    m_title->setFont(sizedFont(1.15, QFont::DemiBold));
    m_title->setText(tr("Why is this here?"));
    m_point->hide();
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(14, 6, 14, 14);
    column->addWidget(whyLabel(remark, page, Palette::current().muted));
    column->addStretch();
    setPage(page);
}

// The focus stays in the panel when what had it goes.
void WhyPanel::setPage(QWidget *page)
{
    const QWidget *const old = m_scroll->widget();
    const bool hadFocus = old && old->isAncestorOf(old->window()->focusWidget());
    m_page = nullptr;
    page->setAccessibleName(m_title->text());
    m_scroll->setWidget(page);
    m_scroll->setAccessibleName(m_title->text());
    if (!hadFocus)
        return;
    const auto buttons = page->findChildren<QAbstractButton *>();
    if (!buttons.isEmpty())
        buttons.front()->setFocus();
    else
        m_scroll->setFocus();
}

QString WhyPanel::text() const
{
    return labelText(*this);
}

} // namespace vethscope
