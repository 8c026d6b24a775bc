#include "ui/panels/boxesstrip.h"

#include "ui/shared/selection.h"

#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QVBoxLayout>

namespace vethscope {
namespace {

constexpr int exportMargin = 12;

} // namespace

QString overheadSentence(const PacketRow &row)
{
    const Overhead overhead = overheadOf(row.frame, row.packet);
    const int tunnels = row.packet.depth();
    if (tunnels == 0 || overhead.frame == 0)
        return {};
    QString seam;
    QStringList added; // the headers that the tunnel brought, by name
    for (const Layer &layer : row.packet.layers()) {
        const QString title = QString::fromUtf8(layer.protocol->shortTitle.data(), static_cast<qsizetype>(layer.protocol->shortTitle.size()));
        if (layer.tunnel)
            seam = title;
        if (layer.depth == 0 && layer.size > 0)
            added << QStringLiteral("%1 %2 B").arg(title).arg(layer.size);
    }
    const quint32 share = (overhead.added * 100 + overhead.frame / 2) / overhead.frame;
    if (tunnels > 1)
        return BoxesStrip::tr("%1 tunnels add %2 B of overhead to %3 B of pod traffic, %4 % of the frame")
            .arg(tunnels).arg(overhead.added).arg(overhead.inner).arg(share);
    if (overhead.added == overhead.underlay + overhead.tunnel)
        return BoxesStrip::tr("underlay %1 B + %2 %3 B = %4 B of overhead on %5 B of pod traffic, %6 % of the frame")
            .arg(overhead.underlay).arg(seam).arg(overhead.tunnel).arg(overhead.added).arg(overhead.inner).arg(share);
    // The inner packet has no link header of its own: the outer one would be there without a tunnel, too.
    added.removeFirst();
    return BoxesStrip::tr("%1 adds %2 B of overhead (%3) to %4 B of pod traffic, %5 % of the frame")
        .arg(seam).arg(overhead.added).arg(added.join(QStringLiteral(" + "))).arg(overhead.inner).arg(share);
}

BoxesStrip::BoxesStrip(Selection &selection, QWidget *parent)
    : QWidget(parent), m_selection(selection), m_title(new QLabel(this)), m_sentence(new QLabel(this)),
      m_links(new QLabel(this)), m_view(new BoxesView(selection, this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setFocusProxy(m_view);
    m_title->setForegroundRole(QPalette::PlaceholderText);
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    m_sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_sentence->installEventFilter(this); // its width tells how much of it is said
    m_links->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(m_links, &QLabel::linkActivated, this, &BoxesStrip::follow);

    auto *words = new QHBoxLayout;
    words->setSpacing(24);
    words->addWidget(m_title);
    words->addWidget(m_sentence, 1);
    words->addWidget(m_links);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 14, 10);
    layout->setSpacing(8);
    layout->addLayout(words);
    layout->addWidget(m_view);
    connect(&selection, &Selection::packetChanged, this, &BoxesStrip::showPacket);
    retranslate();
}

void BoxesStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
}

bool BoxesStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        showSentence();
    return QWidget::eventFilter(watched, event);
}

// As much as there is room for; all of it where the pointer rests, and for who listens.
void BoxesStrip::showSentence()
{
    m_sentence->setText(m_sentence->fontMetrics().elidedText(m_overhead, Qt::ElideRight, m_sentence->width()));
    m_sentence->setToolTip(m_sentence->text() == m_overhead ? QString() : m_overhead);
    m_sentence->setAccessibleName(m_overhead);
}

void BoxesStrip::retranslate()
{
    const auto link = [](const QString &target, const QString &words) {
        return QStringLiteral("<a href=\"%1\" style=\"text-decoration:none; color:%3\">%2</a>")
            .arg(target, words, Palette::current().accent.name());
    };
    m_links->setText(link(QStringLiteral("svg"), tr("SVG")) + QStringLiteral(" · ") + link(QStringLiteral("png"), tr("PNG"))
                     + QStringLiteral(" · ") + link(QStringLiteral("copy"), tr("copy")));
    m_links->setAccessibleName(tr("Save the boxes as SVG or PNG, or copy them"));
    m_view->setAccessibleName(tr("Headers as boxes"));
    showPacket();
}

void BoxesStrip::showPacket()
{
    const bool empty = m_selection.isEmpty();
    const PacketRow *packet = empty ? nullptr : &m_selection.packet();
    m_view->setBoxes(empty ? std::vector<Box>() : boxesOf(packet->frame, packet->packet));
    m_title->setText(empty ? QString() : QStringLiteral("<b>%1</b>").arg(tr("Frame %1 as boxes").arg(packet->frame.number)));
    m_overhead = empty ? QString() : overheadSentence(*packet);
    showSentence();
    m_links->setVisible(!empty);

    QStringList named;
    for (const Box &box : m_view->boxes())
        named << tr("%1 %2 bytes").arg(QString::fromStdString(box.title)).arg(box.size);
    m_view->setAccessibleDescription(named.join(QStringLiteral(", ")) + QStringLiteral(". ") + m_overhead);
}

QSize BoxesStrip::figureSize() const
{
    return {std::max(960, m_view->width()) + 2 * exportMargin, m_view->sizeHint().height() + 2 * exportMargin};
}

void BoxesStrip::paintFigure(QPainter &painter) const
{
    const std::vector<Box> &boxes = m_view->boxes();
    const QSize room = figureSize().shrunkBy({exportMargin, exportMargin, exportMargin, exportMargin});
    painter.translate(exportMargin, exportMargin);
    paintBoxes(painter, layoutBoxes(boxes, legibleWidths(boxes, font()), room), boxes, Palette::light(), font());
}

QByteArray BoxesStrip::svg() const
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(logicalDpiX());
    generator.setSize(figureSize());
    generator.setViewBox(QRect({}, figureSize()));
    generator.setTitle(tr("Frame %1 as boxes").arg(m_selection.isEmpty() ? 0 : m_selection.packet().frame.number));
    generator.setDescription(m_overhead);
    QPainter painter(&generator);
    paintFigure(painter);
    painter.end();
    return buffer.data();
}

QImage BoxesStrip::image(int scale) const
{
    QImage image(figureSize() * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(Palette::light().base);
    QPainter painter(&image);
    paintFigure(painter);
    return image;
}

void BoxesStrip::follow(const QString &link)
{
    if (link != QLatin1String("copy"))
        return save(link);
    auto *both = new QMimeData;
    both->setImageData(image());
    both->setData(QStringLiteral("image/svg+xml"), svg());
    QGuiApplication::clipboard()->setMimeData(both);
}

void BoxesStrip::save(const QString &suffix)
{
    const bool vector = suffix == QLatin1String("svg");
    const QString proposed = tr("frame-%1-boxes").arg(m_selection.packet().frame.number) + QLatin1Char('.') + suffix;
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the Boxes"), proposed,
                                                      vector ? tr("SVG drawings (*.svg)") : tr("PNG images (*.png)"));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly)
        && (vector ? file.write(svg()) >= 0 : image().save(&file, "PNG")) && file.commit();
    if (!written)
        QMessageBox::warning(this, tr("Save the Boxes"), tr("%1 cannot be written: %2").arg(path, file.errorString()));
}

} // namespace vethscope
