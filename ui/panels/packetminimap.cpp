#include "ui/panels/packetminimap.h"

#include "ui/models/packetlistmodel.h"
#include "ui/theme/palette.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace vethscope {
namespace {

constexpr int tickHeight = 3;
constexpr int tickDistance = 4;
constexpr int resampleMilliseconds = 100;

} // namespace

PacketMinimap::PacketMinimap(const PacketListModel &model, QScrollBar &scrollBar, QWidget *parent)
    : QWidget(parent), m_model(model), m_scrollBar(scrollBar)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Ignored);
    m_resample.setSingleShot(true);
    m_resample.setInterval(resampleMilliseconds);
    connect(&m_resample, &QTimer::timeout, this, &PacketMinimap::sample);
    const auto sampleSoon = [this] {
        if (!m_resample.isActive())
            m_resample.start();
    };
    connect(&model, &QAbstractItemModel::rowsInserted, this, sampleSoon);
    connect(&model, &QAbstractItemModel::dataChanged, this, sampleSoon);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        m_ticks.clear();
        update();
        m_resample.start();
    });
    connect(&scrollBar, &QScrollBar::valueChanged, this, qOverload<>(&QWidget::update));
    connect(&scrollBar, &QScrollBar::rangeChanged, this, qOverload<>(&QWidget::update));
    retranslate();
}

QSize PacketMinimap::sizeHint() const
{
    return {12, 0};
}

void PacketMinimap::sample()
{
    const int rows = m_model.rowCount();
    const int ticks = std::min(height() / tickDistance, rows);
    m_ticks.clear();
    for (int i = 0; i < ticks; ++i) {
        const auto row = static_cast<int>(std::int64_t{rows} * i / ticks);
        m_ticks.push_back(tick(row));
    }
    update();
}

// A wash is too pale for a tick: its hue is made stronger.
QColor PacketMinimap::tick(int row) const
{
    const int rule = m_model.ruleOf(row);
    const Scope scope = addressScope(m_model.packet(row).packet, m_model.perspective()).scope;
    if (rule < 0)
        return Palette::current().of(scope).strong;
    const QColor background = QColor::fromRgb(m_model.colouring()[std::size_t(rule)].background);
    if (background.lightnessF() < 0.6F)
        return background.lightnessF() < 0.2F && Palette::isDark() ? Palette::current().muted : background;
    if (background.hslSaturationF() < 0.1F)
        return Palette::current().muted;
    return QColor::fromHslF(background.hslHueF(), 0.55F, Palette::isDark() ? 0.65F : 0.55F);
}

void PacketMinimap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Palette &palette = Palette::current();
    const double rows = std::max(m_scrollBar.maximum() + m_scrollBar.pageStep(), 1);
    const double first = m_scrollBar.value() / rows;
    const double last = (m_scrollBar.value() + m_scrollBar.pageStep()) / rows;
    for (std::size_t i = 0; i < m_ticks.size(); ++i) {
        const double place = (static_cast<double>(i) + 0.5) / static_cast<double>(m_ticks.size());
        const QColor &strong = m_ticks[i];
        const bool inView = place >= first && place <= last;
        painter.fillRect(2, int(i) * tickDistance + 1, width() - 4, tickHeight, inView ? strong : mixed(strong, palette.base, 0.3));
    }
}

void PacketMinimap::resizeEvent(QResizeEvent *)
{
    m_resample.start();
}

void PacketMinimap::mousePressEvent(QMouseEvent *event)
{
    scrollTo(event->position().y());
}

void PacketMinimap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        scrollTo(event->position().y());
}

void PacketMinimap::scrollTo(double y)
{
    const double painted = std::max<double>(static_cast<double>(m_ticks.size()) * tickDistance, 1);
    const double rows = m_scrollBar.maximum() + m_scrollBar.pageStep();
    m_scrollBar.setValue(int(y / painted * rows - m_scrollBar.pageStep() / 2.0));
}

void PacketMinimap::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        m_resample.start();
    QWidget::changeEvent(event);
}

void PacketMinimap::retranslate()
{
    setAccessibleName(tr("Overview of the packet list"));
    setToolTip(tr("The whole list in the colours of its rules; click to go there"));
}

} // namespace vethscope
