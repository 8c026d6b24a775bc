#pragma once

#include "core/filter/filter.h"
#include "core/summary/columns.h"
#include "ui/models/belonging.h"

#include <QObject>

#include <map>

namespace vethscope {

class OpenCapture;
class Selection;

/// Which packets belong to the selected one: those of its innermost conversation, and those that its fields name by their numbers: what it answers, what answers
/// it, what it acknowledges. Looks at a packet only when it is asked about.
class RelatedPackets : public QObject
{
    Q_OBJECT

public:
    RelatedPackets(const OpenCapture &capture, const Selection &selection, QObject *parent = nullptr);

    Belonging relationOf(int storeRow, const PacketRow &packet) const;
    /// In words; empty for none, and for the selected packet itself.
    static QString textOf(Belonging relation);

signals:
    void changed();

private:
    void follow();

    const OpenCapture &m_capture;
    const Selection &m_selection;
    Filter m_conversation; // empty: the packet has none
    std::map<int, Belonging> m_named; // by their places in the store
    mutable FilterScratch m_scratch;
};

} // namespace vethscope
