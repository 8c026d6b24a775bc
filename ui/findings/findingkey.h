#pragma once

#include "ui/findings/diagnosed.h"

#include <QtGlobal>

#include <string>
#include <vector>

class QScrollArea;
class QWidget;

namespace vethscope {

class FindingCard;

/// What a finding is known by when it is found again: its fault and its place.
std::string keyOf(const diagnose::Finding &finding);
/// Whether both say the same to the reader.
bool areAlike(const Diagnosed &one, const Diagnosed &other);

/// Which of a finding's lines has the keyboard, for its cards to be made anew.
class KeptFocus
{
public:
    KeptFocus(const std::vector<FindingCard *> &cards, const QWidget *focus);
    /// The same line of the same finding has it again; without that finding the area.
    void restore(const std::vector<FindingCard *> &cards, QScrollArea &area) const;

private:
    std::string m_key;
    qsizetype m_button = -1; // of the finding's
};

} // namespace vethscope
