#include "ui/matrix/matrixstatus.h"

#include "ui/matrix/matrixpainting.h"
#include "ui/shared/groupeddigits.h"
#include "ui/theme/palette.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QStyleOption>
#include <QToolButton>

#include <algorithm>

namespace vethscope {
namespace {

constexpr qint64 showAfterMilliseconds = 250; // what only flashes says nothing
constexpr int statusMargin = 14, gap = 6;

} // namespace

MatrixStatus::MatrixStatus(const MatrixModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_activity(new QLabel(this)), m_progress(new QProgressBar(this)), m_button(new QToolButton(this))
{
    setObjectName(QStringLiteral("statusBar"));
    setAttribute(Qt::WA_StyledBackground);
    m_activity->setObjectName(QStringLiteral("muted"));
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(110, 4);
    m_progress->setRange(0, 1000);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(statusMargin, 4, 12, 4);
    row->setSpacing(10);
    row->addStretch();
    row->addWidget(m_activity);
    row->addWidget(m_progress);
    row->addWidget(m_button);
    setMinimumHeight(fontMetrics().height() + 14);
    connect(&model, &QAbstractItemModel::modelReset, this, &MatrixStatus::refresh);
    connect(m_button, &QToolButton::clicked, this, [this] {
        if (m_isStopped && !m_isReading)
            emit startRequested();
        else
            emit stopRequested();
    });
    setProgress(-1);
}

void MatrixStatus::setProgress(int thousandths)
{
    if (thousandths < 0)
        m_running.invalidate();
    else if (!m_running.isValid())
        m_running.start();
    if (thousandths >= 0)
        m_isStopped = false;
    m_progress->setValue(std::max(thousandths, 0));
    refresh();
}

void MatrixStatus::setStopped(bool isStopped)
{
    m_isStopped = isStopped;
    refresh();
}

void MatrixStatus::setReading(bool isReading)
{
    m_isReading = isReading;
    m_progress->setRange(0, isReading ? 0 : 1000); // how much there is to be read is not known
    refresh();
}

std::vector<MatrixStatus::Sum> MatrixStatus::allSums() const
{
    std::vector<Sum> sums{{CellLook::Arrives}, {CellLook::Assumed}, {CellLook::Dropped}, {CellLook::Unknown}};
    if (!m_model.result())
        return {};
    const std::size_t cells = m_model.table().matrix.cells.size();
    for (std::size_t cell = 0; cell < cells; ++cell)
        ++sums[static_cast<std::size_t>(m_model.lookOf(cell))].count;
    if (m_model.result()->after)
        sums.push_back({CellLook::Arrives, true, m_model.table().changes.size(), {}});
    for (Sum &sum : sums)
        sum.text = sum.isChanged ? tr("%1 changed").arg(grouped(sum.count)) : tr("%1: %2", "a verdict and how many cells have it").arg(lookText(sum.look), grouped(sum.count));
    return sums;
}

QString MatrixStatus::sums() const
{
    QStringList texts;
    for (const Sum &sum : m_sums)
        texts << sum.text;
    return texts.join(QStringLiteral(" · "));
}

void MatrixStatus::refresh()
{
    m_sums = allSums();
    const bool isRunning = m_running.isValid(), isShown = m_isReading || (isRunning && m_running.elapsed() >= showAfterMilliseconds);
    m_progress->setVisible(isShown);
    m_activity->setVisible(isShown);
    m_button->setVisible(isShown || m_isStopped);
    m_activity->setText(m_isReading ? tr("Reading host output") : tr("Walking every way"));
    m_progress->setAccessibleName(m_activity->text());
    m_button->setText(m_isStopped && !m_isReading ? tr("Start again") : tr("Cancel"));
    setAccessibleName(sums());
    setToolTip(sums());
    update();
}

void MatrixStatus::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    QPainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    style()->drawPrimitive(QStyle::PE_Widget, &option, &painter, this);
    const int side = fontMetrics().height(), end = m_activity->isVisible() ? m_activity->x() : m_button->isVisible() ? m_button->x() : width();
    int x = statusMargin;
    for (const Sum &sum : m_sums) {
        const int need = side + gap + fontMetrics().horizontalAdvance(sum.text) + 3 * gap;
        if (sum.count == 0 || x + need > end)
            continue;
        paintCell(painter, QRectF(x, (height() - side) / 2.0, side, side), sum.look, sum.isChanged);
        painter.setPen(Palette::current().text);
        painter.drawText(QRect(x + side + gap, 0, need, height()), Qt::AlignVCenter | Qt::AlignLeft, sum.text);
        x += need;
    }
}

void MatrixStatus::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace vethscope
