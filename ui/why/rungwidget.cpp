#include "ui/why/rungwidget.h"

#include "ui/shared/language.h"
#include "ui/theme/palette.h"
#include "ui/why/evidenceline.h"
#include "ui/why/whylabels.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace vethscope {
namespace {

constexpr int lineAt = 16;      // from the left
constexpr int textAt = 38;
constexpr int knotAt = 19;      // from the top
constexpr double knot = 10;     // radius
constexpr double rungCorner = 6;
constexpr std::size_t mostLost = 40;

} // namespace

RungWidget::RungWidget(WhyRung rung, int number, Place place, QWidget *parent)
    : QAbstractButton(parent), m_rung(std::move(rung)), m_number(number), m_place(place)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(textAt, 8, 10, 10);
    column->setSpacing(4);
    addHead(*column);
    addLines(*column);
    addLost(*column);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setFocusPolicy(Qt::StrongFocus);
    if (m_rung.isSomewhere()) {
        setCursor(Qt::PointingHandCursor);
        setToolTip(tr("Show %1 on the topology").arg(m_rung.place));
    }
    const QString where = m_rung.place.isEmpty() ? m_rung.title : tr("%1, %2", "what, where").arg(m_rung.title, m_rung.place);
    setAccessibleName(tr("%1. %2: %3", "number, what, sentence").arg(number).arg(where, m_rung.text));
}

void RungWidget::addHead(QVBoxLayout &column)
{
    const Palette &palette = Palette::current();
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    QLabel *const title = whyLabel(m_rung.title, this, palette.of(m_rung.scope).ink);
    title->setFont(sizedFont(1, QFont::DemiBold));
    head->addWidget(title, 0, Qt::AlignTop);
    QLabel *const place = whyLabel(breakable(m_rung.place), this, palette.muted);
    place->setAlignment(Qt::AlignRight | Qt::AlignTop);
    head->addWidget(place, 1);
    column.addLayout(head);
    if (!m_rung.text.isEmpty())
        column.addWidget(whyLabel(breakable(m_rung.text), this, palette.text));
}

void RungWidget::addLines(QVBoxLayout &column)
{
    for (const Evidence &evidence : m_rung.evidence) {
        if (!evidence.source)
            continue;
        auto *const line = new EvidenceLine(evidence, {}, this);
        connect(line, &QAbstractButton::clicked, this, [this, line] { emit evidenceRequested(line->evidence()); });
        column.addWidget(line);
    }
}

void RungWidget::addLost(QVBoxLayout &column)
{
    std::erase_if(m_rung.lost, [](const kernel::Rejected &one) { return !one.evidence.source; });
    if (m_rung.lost.empty())
        return;
    m_fold = new QToolButton(this);
    m_fold->setObjectName(QStringLiteral("fold"));
    m_fold->setCheckable(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_fold->setCursor(Qt::ArrowCursor);
    connect(m_fold, &QToolButton::toggled, this, &RungWidget::unfold);
    column.addWidget(m_fold, 0, Qt::AlignLeft);
    unfold(false);
}

void RungWidget::unfold(bool open)
{
    m_fold->setText((open ? QStringLiteral("▾ ") : QStringLiteral("▸ ")) + tr("Lines of the table that lost: %1").arg(m_rung.lost.size()));
    m_fold->setAccessibleName(tr("Lines of the table that lost: %1").arg(m_rung.lost.size()));
    if (!open) {
        if (m_lost)
            m_lost->hide();
        return;
    }
    if (!m_lost) {
        m_lost = new QWidget(this);
        auto *column = new QVBoxLayout(m_lost);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(4);
        for (std::size_t i = 0; i < std::min(m_rung.lost.size(), mostLost); ++i) {
            auto *const line = new EvidenceLine(m_rung.lost[i].evidence, translated(m_rung.lost[i].because), m_lost);
            connect(line, &QAbstractButton::clicked, this, [this, line] { emit evidenceRequested(line->evidence()); });
            column->addWidget(line);
        }
        if (m_rung.lost.size() > mostLost)
            column->addWidget(whyLabel(tr("and %1 more").arg(m_rung.lost.size() - mostLost), m_lost, Palette::current().muted));
        layout()->addWidget(m_lost);
    }
    m_lost->show();
}

void RungWidget::setChosen(bool chosen)
{
    m_chosen = chosen;
    update();
}

void RungWidget::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void RungWidget::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void RungWidget::paintEvent(QPaintEvent *)
{
    const Palette &palette = Palette::current();
    const ScopeColours colours = palette.of(m_rung.scope);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_chosen || hasFocus() || (underMouse() && m_rung.isSomewhere())) {
        painter.setPen(hasFocus() ? QPen(palette.accent, 1.4) : Qt::NoPen);
        painter.setBrush(m_chosen ? colours.soft : palette.hover);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.7, 0.7, -0.7, -0.7), rungCorner, rungCorner);
    }
    painter.setPen(QPen(palette.line, 2));
    const bool fromAbove = m_place == Place::Between || m_place == Place::Last, goesOn = m_place == Place::First || m_place == Place::Between;
    if (fromAbove)
        painter.drawLine(lineAt, 0, lineAt, knotAt);
    if (goesOn)
        painter.drawLine(lineAt, knotAt, lineAt, height());
    const bool isEnd = !goesOn; // the value itself
    painter.setPen(QPen(colours.strong, 1.6));
    painter.setBrush(isEnd ? colours.strong : palette.base);
    painter.drawEllipse(QPointF(lineAt, knotAt), knot, knot);
    painter.setPen(isEnd ? colours.onStrong : colours.ink);
    painter.setFont(sizedFont(0.85, QFont::DemiBold));
    painter.drawText(QRectF(lineAt - knot, knotAt - knot, 2 * knot, 2 * knot), Qt::AlignCenter, QString::number(m_number));
}

} // namespace vethscope
