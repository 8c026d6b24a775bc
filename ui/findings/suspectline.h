#pragma once

#include "core/diagnose/suspects.h"
#include "ui/why/citation.h"

namespace vethscope {

/// A device or link that flows which failed have in common, and how many did: chosen, it is lit on the topology.
class SuspectLine : public Citation
{
    Q_OBJECT

public:
    SuspectLine(const diagnose::Suspect &suspect, int rank, QWidget *parent);
};

} // namespace vethscope
