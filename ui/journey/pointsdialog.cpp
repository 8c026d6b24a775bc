#include "ui/journey/pointsdialog.h"

#include "core/cluster/cluster.h"
#include "ui/journey/doubtslabel.h"
#include "ui/journey/followedjourneys.h"
#include "ui/shared/dialogbuttons.h"
#include "ui/shared/groupeddigits.h"
#include "ui/shared/snapshots.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableWidget>

#include <algorithm>

namespace vethscope {
namespace {

constexpr int dialogCharacters = 116, dialogLines = 26;

QString textIn(const QComboBox &box)
{
    return box.currentText().trimmed();
}

std::optional<CapturePoint> pointIn(const QComboBox &node, const QComboBox &device)
{
    CapturePoint point{textIn(node).toStdString(), textIn(device).toStdString()};
    return point.node.empty() && point.interface.empty() ? std::nullopt : std::optional(std::move(point));
}

bool isSamePoint(const std::optional<CapturePoint> &one, const std::optional<CapturePoint> &other)
{
    return one.has_value() == other.has_value() && (!one || (one->node == other->node && one->interface == other->interface));
}

} // namespace

PointsDialog::PointsDialog(const OpenCapture &capture, const Snapshots &snapshots, const FollowedJourneys *found, QWidget *parent)
    : QDialog(parent), m_snapshots(snapshots), m_points(filePointsOf(capture, found)), m_table(new QTableWidget(0, CellCount, this))
{
    setWindowTitle(tr("Capture Points"));
    resize(fontMetrics().averageCharWidth() * dialogCharacters, fontMetrics().height() * dialogLines);
    m_table->setObjectName(QStringLiteral("framed"));
    m_table->setHorizontalHeaderLabels({tr("File"), tr("Node or pod"), tr("Device"), tr("Frames")});
    m_table->setAccessibleName(tr("Where each file was captured"));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 2);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::NoFocus); // the fields have it
    m_table->setShowGrid(false);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(FileCell, QHeaderView::Stretch);
    const int character = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(NodeCell, character * 36);
    m_table->setColumnWidth(DeviceCell, character * 24);
    m_table->setColumnWidth(FramesCell, character * 12);

    auto *explanation = new QLabel(tr("On which machine, and on which of its devices, was each file captured? What stands in grey is recognised: by the file's own interface, its name, or the "
                                      "one device whose MAC address is in every frame. What you write holds before that; left empty, it is as recognised. A pod is NAMESPACE/NAME."), this);
    explanation->setWordWrap(true);
    auto *doubts = new DoubtsLabel(this);
    if (found)
        doubts->setSentences(found->doubts, found->limits);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(10);
    column->addWidget(explanation);
    column->addWidget(doubts);
    column->addWidget(m_table, 1);
    column->addWidget(new DialogButtons(tr("Apply"), this));
    for (const FilePoint &point : m_points)
        addRow(point);
    if (!m_points.empty())
        node(0).setFocus();
}

QComboBox &PointsDialog::node(int row) const
{
    return *static_cast<QComboBox *>(m_table->cellWidget(row, NodeCell));
}

QComboBox &PointsDialog::device(int row) const
{
    return *static_cast<QComboBox *>(m_table->cellWidget(row, DeviceCell));
}

void PointsDialog::addRow(const FilePoint &point)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    const auto label = [&](Cell cell, const QString &text, Qt::Alignment alignment) {
        auto *item = new QTableWidgetItem(text);
        item->setFlags(Qt::ItemIsEnabled);
        item->setTextAlignment(alignment | Qt::AlignVCenter);
        m_table->setItem(row, cell, item);
        return item;
    };
    const auto field = [&](Cell cell, const QString &given, const QString &recognised, const QString &name) {
        auto *box = new QComboBox(m_table);
        box->setEditable(true);
        box->setInsertPolicy(QComboBox::NoInsert);
        box->lineEdit()->setPlaceholderText(recognised.isEmpty() ? tr("not known") : recognised);
        box->setAccessibleName(tr("%1 of %2", "node or device, file").arg(name, QFileInfo(point.path).fileName()));
        box->setCurrentText(given);
        m_table->setCellWidget(row, cell, box);
        return box;
    };
    label(FileCell, QFileInfo(point.path).fileName(), Qt::AlignLeft)->setToolTip(point.path);
    label(FramesCell, grouped(point.frames), Qt::AlignRight);
    const QString givenNode = point.given ? QString::fromStdString(point.given->node) : QString(), givenDevice = point.given ? QString::fromStdString(point.given->interface) : QString();
    QComboBox *const machine = field(NodeCell, givenNode, point.node, tr("Node or pod"));
    QComboBox *const box = field(DeviceCell, givenDevice, point.devices.isEmpty() ? point.device : point.devices.join(QStringLiteral(", ")), tr("Device"));
    if (!point.devices.isEmpty()) {
        box->setEnabled(false);
        box->setToolTip(tr("The file has several interfaces: each is a point of its own, and their names stay"));
    }
    if (const auto cluster = m_snapshots.cluster()) {
        for (const ClusterNode &one : cluster->nodes)
            machine->addItem(QString::fromStdString(one.name));
        for (const ClusterPod &one : cluster->pods)
            if (!one.name.empty())
                machine->addItem(QString::fromStdString(one.fullName()));
    }
    machine->setCurrentIndex(-1);
    machine->setCurrentText(givenNode);
    offerDevices(row);
    connect(machine, &QComboBox::currentTextChanged, this, [this, row] { offerDevices(row); });
}

// Those of the node that stands beside it; of a pod eth0.
void PointsDialog::offerDevices(int row)
{
    const FilePoint &point = m_points[std::size_t(row)];
    QComboBox &box = device(row);
    const QString kept = box.currentText();
    const QString machine = textIn(node(row)).isEmpty() ? point.node : textIn(node(row));
    const QSignalBlocker quiet(&box);
    box.clear();
    if (machine.contains(QLatin1Char('/')))
        box.addItem(QStringLiteral("eth0"));
    if (const auto cluster = m_snapshots.cluster())
        for (const ClusterNode &one : cluster->nodes)
            if (QString::fromStdString(one.name) == machine)
                for (const NetworkInterface &interface : one.net.interfaces)
                    box.addItem(QString::fromStdString(interface.name));
    box.setCurrentIndex(-1);
    box.setCurrentText(kept);
}

std::vector<std::pair<QString, std::optional<CapturePoint>>> PointsDialog::points() const
{
    std::vector<std::pair<QString, std::optional<CapturePoint>>> changed;
    for (std::size_t i = 0; i < m_points.size(); ++i)
        if (auto point = pointIn(node(int(i)), device(int(i))); !isSamePoint(point, m_points[i].given))
            changed.emplace_back(m_points[i].path, std::move(point));
    return changed;
}

} // namespace vethscope
