#pragma once

#include "core/facts/evidence.h"
#include "ui/why/citation.h"

namespace vethscope {

/// A host's own line, and where it stands: chosen, it opens the host output there.
class EvidenceLine : public Citation
{
    Q_OBJECT

public:
    /// `remark` stands beside the place: why a line lost.
    EvidenceLine(Evidence line, const QString &remark, QWidget *parent);

    const Evidence &evidence() const { return m_line; }

    /// The line without what columns are filled with; of a long one what stands around the value.
    static QString excerpt(const Evidence &line);

private:
    Evidence m_line;
};

} // namespace vethscope
