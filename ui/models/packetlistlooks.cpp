#include "ui/models/packetlistmodel.h"

#include "core/dissect/facts.h"
#include "ui/models/relatedpackets.h"
#include "ui/shared/marks.h"
#include "ui/shared/opencapture.h"

// How rows of the packet list look, beside what their cells say: rules that colour them, what is ignored, what belongs to the selected one.

namespace vethscope {

void PacketListModel::setIgnored(const Marks &ignored)
{
    m_ignored = &ignored; // the capture is read anew when they change
}

bool PacketListModel::isIgnored(int row) const
{
    return m_ignored && m_ignored->count() > 0 && m_ignored->contains(storeRow(row));
}

void PacketListModel::setRelated(const RelatedPackets &related)
{
    m_related = &related;
    connect(&related, &RelatedPackets::changed, this, [this] { updateRows({relationRole, Qt::AccessibleTextRole}); });
}

void PacketListModel::setColouring(const Colouring &colouring)
{
    m_colouring = colouring;
    for (Cached &one : m_cache)
        one.rule = unknownRule;
    updateRows({Qt::BackgroundRole, Qt::ForegroundRole, Qt::AccessibleTextRole, Qt::ToolTipRole});
}

// A rule that asks what a pass over the capture finds is asked again until the pass has come by.
bool PacketListModel::isKnown(int storeRow) const
{
    const FrameFacts &facts = m_capture.store().facts();
    return std::size_t(storeRow) < facts.done(m_colouring.asks()) || facts.finished(m_colouring.asks());
}

int PacketListModel::ruleOf(int row) const
{
    if (m_colouring.empty() || isIgnored(row))
        return noRule;
    Cached &one = cached(row);
    if (one.rule != unknownRule)
        return one.rule;
    const bool isKnownNow = isKnown(one.storeRow);
    const auto match = m_colouring.match(one.packet.frame, one.packet.packet, m_scratch);
    const int rule = match ? int(*match) : noRule;
    if (isKnownNow)
        one.rule = rule;
    return rule;
}

QString PacketListModel::ruleName(int row) const
{
    const int rule = ruleOf(row);
    return rule < 0 ? QString() : QString::fromStdString(m_colouring[std::size_t(rule)].name);
}

// What is seen of the whole row.
QString PacketListModel::spokenNumber(const QString &number, int row) const
{
    QStringList words{number};
    if (isMarked(row))
        words << tr("marked");
    if (isIgnored(row))
        words << tr("ignored");
    if (m_related)
        if (const QString relation = RelatedPackets::textOf(m_related->relationOf(storeRow(row), packet(row))); !relation.isEmpty())
            words << relation;
    if (const QString rule = ruleName(row); !rule.isEmpty())
        words << tr("colour rule %1").arg(rule);
    return words.join(QStringLiteral(", "));
}

} // namespace vethscope
