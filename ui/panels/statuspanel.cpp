#include "ui/panels/statuspanel.h"

#include "core/names/nametable.h"
#include "ui/models/packetlistmodel.h"
#include "ui/panels/scopebullet.h"
#include "ui/shared/groupeddigits.h"
#include "ui/shared/nametext.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/selection.h"
#include "ui/theme/palette.h"

#include <QAccessibleWidget>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace vethscope {
namespace {

QString sizeText(BitRange place)
{
    if (place.wholeBytes())
        return place.length == 8 ? StatusPanel::tr("1 byte") : StatusPanel::tr("%1 bytes").arg(place.length / 8);
    return place.length == 1 ? StatusPanel::tr("1 bit") : StatusPanel::tr("%1 bits").arg(place.length);
}

QString nodeText(const TreeNode &node)
{
    QString text = node.kind == TreeNode::Kind::Scope ? scopeName(node.scope, node.depth) : QString::fromStdString(node.label);
    if (node.protocol && node.field && !node.field->name.empty())
        text += QStringLiteral(" (%1)").arg(QString::fromStdString(fullName(*node.protocol, *node.field)));
    else if (node.protocol && node.kind == TreeNode::Kind::Header)
        text += QStringLiteral(" (%1)").arg(QString::fromUtf8(node.protocol->name.data(), qsizetype(node.protocol->name.size())));
    if (node.place.length > 0)
        text += QStringLiteral(", ") + sizeText(node.place);
    return text;
}

// To assistive technology it is what every window has at its lower edge.
QAccessibleInterface *statusBarInterface(const QString &className, QObject *object)
{
    if (className != QLatin1String(StatusPanel::staticMetaObject.className()))
        return nullptr;
    return new QAccessibleWidget(qobject_cast<QWidget *>(object), QAccessible::StatusBar, StatusPanel::tr("Status bar"));
}

} // namespace

StatusPanel::StatusPanel(const OpenCapture &capture, const PacketListModel &model, const Selection &selection, QWidget *parent)
    : QWidget(parent), m_capture(capture), m_model(model), m_selection(selection), m_bullet(new ScopeBullet(this)),
      m_left(new QLabel(this)), m_counts(new QLabel(this)), m_activity(new QLabel(this)), m_progress(new QProgressBar(this)),
      m_cancel(new QToolButton(this))
{
    QAccessible::installFactory(statusBarInterface); // once, however often it is said
    setObjectName(QStringLiteral("statusBar"));
    setAttribute(Qt::WA_StyledBackground);
    m_left->setTextFormat(Qt::PlainText);
    m_left->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_left->installEventFilter(this);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(110, 4);
    m_activity->setObjectName(QStringLiteral("muted"));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(10);
    row->addWidget(m_bullet);
    row->addWidget(m_left, 3);
    row->addWidget(m_counts, 0, Qt::AlignCenter);
    auto *right = new QHBoxLayout;
    right->addStretch();
    right->addWidget(m_activity);
    right->addWidget(m_progress);
    right->addWidget(m_cancel);
    row->addLayout(right, 2);

    connect(m_cancel, &QToolButton::clicked, this, &StatusPanel::filterCancelled);
    connect(&selection, &Selection::nodeChanged, this, &StatusPanel::showSelection);
    connect(&selection, &Selection::hovered, this, [this](int node) {
        if (node < 0)
            showSelection();
        else
            showNode(node);
    });
    connect(&capture, &OpenCapture::changed, this, &StatusPanel::showSelection);
    connect(&capture, &OpenCapture::changed, this, &StatusPanel::showCounts);
    connect(&capture, &OpenCapture::pathsChanged, this, &StatusPanel::showLeft);
    connect(&capture, &OpenCapture::finished, this, &StatusPanel::showCounts);
    connect(&capture, &OpenCapture::progressed, this, &StatusPanel::showCounts);
    connect(&model, &PacketListModel::sortProgressed, this, &StatusPanel::showCounts);
    connect(&model, &PacketListModel::scanProgressed, this, &StatusPanel::showCounts);
    connect(&model, &QAbstractItemModel::modelReset, this, &StatusPanel::showCounts);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &StatusPanel::showCounts); // no scan tells when a filter is cleared
    showCounts();
}

void StatusPanel::setProblem(const QString &problem)
{
    m_problem = problem;
    showLeft();
}

void StatusPanel::setDoubt(const QString &doubt)
{
    m_doubt = doubt;
    showLeft();
}

void StatusPanel::setMarked(int count)
{
    m_marked = count;
    showCounts();
}

void StatusPanel::setIgnored(int count)
{
    m_ignored = count;
    showCounts();
}

void StatusPanel::setDropped(std::optional<quint64> dropped)
{
    m_dropped = dropped;
    showCounts();
}

void StatusPanel::addBullet(QWidget &bullet)
{
    static_cast<QBoxLayout *>(layout())->insertWidget(0, &bullet);
}

void StatusPanel::addBadge(QWidget &badge)
{
    layout()->addWidget(&badge);
}

void StatusPanel::showSelection()
{
    showNode(m_selection.isEmpty() ? -1 : m_selection.node());
}

void StatusPanel::showNode(int node)
{
    m_field.clear();
    m_bullet->clear();
    const auto &tree = m_selection.tree();
    if (node >= 0 && static_cast<std::size_t>(node) < tree.size()) {
        const TreeNode &shown = tree[static_cast<std::size_t>(node)];
        m_field = nodeText(shown);
        if (QString owner = m_selection.ownerOf(shown); !owner.isEmpty())
            m_field += QStringLiteral(" · ") + owner.replace(QLatin1Char('\n'), QStringLiteral(" · "));
        m_bullet->setScope(shown.scope, shown.depth);
    } else if (!m_selection.isEmpty()) {
        const AddressScope scope = addressScope(m_selection.packet().packet, m_model.perspective());
        m_bullet->setScope(scope.scope, scope.depth);
    }
    showLeft();
}

void StatusPanel::showLeft()
{
    QStringList parts;
    if (!m_problem.isEmpty())
        parts << m_problem;
    else if (!m_doubt.isEmpty())
        parts << m_doubt;
    else if (m_capture.isOpen())
        parts << m_capture.displayName();
    if (m_problem.isEmpty() && !m_field.isEmpty())
        parts << m_field;
    const QString whole = parts.join(QStringLiteral(" · "));
    // A long list of files must not push the field out of sight.
    const int room = m_left->width();
    if (parts.size() == 2) {
        const int left = room - m_left->fontMetrics().horizontalAdvance(QStringLiteral(" · ") + parts[1]);
        parts[0] = m_left->fontMetrics().elidedText(parts[0], Qt::ElideMiddle, std::max(left, room / 3));
    }
    m_left->setAccessibleName(whole);
    m_left->setText(m_left->fontMetrics().elidedText(parts.join(QStringLiteral(" · ")), Qt::ElideRight, room));
    const QString paths = m_capture.isOpen() ? m_capture.paths().join(QLatin1Char('\n')) : QString();
    m_left->setToolTip(!m_problem.isEmpty() ? m_problem : !m_doubt.isEmpty() ? m_doubt : paths);
}

void StatusPanel::showCounts()
{
    const bool open = m_capture.isOpen();
    m_bullet->setVisible(open);
    const std::size_t all = open ? m_capture.store().size() : 0;
    QStringList parts;
    if (open)
        parts << tr("Packets: %1").arg(grouped(all));
    if (open && !m_model.filter().empty()) {
        const int shown = m_model.rowCount();
        const double share = all > 0 ? 100.0 * shown / static_cast<double>(all) : 0;
        parts << tr("Displayed: %1 (%2 %)").arg(grouped(static_cast<std::size_t>(shown)), QString::number(share, 'f', 1));
    } else if (open) {
        parts << tr("Displayed: %1 (%2 %)").arg(grouped(all), QStringLiteral("100.0"));
    }
    if (open && m_marked > 0)
        parts << tr("Marked: %1").arg(grouped(static_cast<std::size_t>(m_marked)));
    if (open && m_ignored > 0)
        parts << tr("Ignored: %1").arg(grouped(static_cast<std::size_t>(m_ignored)));
    // Of a running capture its program tells, of a file its statistics.
    const std::uint64_t inFile = open && !m_dropped ? m_capture.store().dropped() : 0;
    if (open && (m_dropped || inFile > 0))
        parts << tr("Dropped: %1").arg(grouped(m_dropped.value_or(inFile)));
    m_counts->setText(parts.join(QStringLiteral(" · ")));
    m_counts->setAccessibleName(m_counts->text().remove(digitBlank)); // a screen reader would read each group as a number

    const bool live = open && m_capture.isFollowing();
    const bool indexing = open && !live && !m_capture.store().finished();
    const bool filtering = open && m_model.isScanning();
    const bool stopped = open && m_model.isStopped(), sorting = open && m_model.isSorting();
    m_progress->setVisible(indexing || filtering || sorting);
    m_activity->setVisible(indexing || filtering || live || stopped || sorting);
    m_cancel->setVisible(filtering || sorting);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(sorting ? tr("Stop sorting; the rows stay as they are") : tr("Stop filtering; what was found so far stays"));
    m_activity->setText(sorting     ? tr("Sorting")
                        : stopped     ? tr("Filter stopped: %1 of %2 packets looked at").arg(grouped(m_model.scanned()), grouped(all))
                        : filtering ? tr("Filtering")
                        : live      ? tr("● capturing")
                                    : tr("Reading"));
    const auto permille = [](auto done, auto total) { return total > 0 ? int(1000.0 * double(done) / double(total)) : 0; };
    m_progress->setRange(0, 1000);
    if (indexing)
        m_progress->setValue(permille(m_capture.store().progress().done, m_capture.store().progress().total));
    if (filtering)
        m_progress->setValue(permille(m_model.scanned(), all));
    if (sorting)
        m_progress->setValue(permille(m_model.sorter().done(), m_model.sorter().total()));
}

void StatusPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        showSelection();
        showCounts();
    }
    QWidget::changeEvent(event);
}

bool StatusPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_left && event->type() == QEvent::Resize)
        showLeft();
    return QWidget::eventFilter(watched, event);
}

} // namespace vethscope
