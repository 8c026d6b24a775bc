#pragma once

#include "core/sentence/sentence.h"

#include <QLabel>

#include <vector>

namespace vethscope {

/// What makes it doubtful that the open captures, and what hosts printed, tell one story, and what captures at one point cannot tell: a sentence a line.
/// Not to be seen while there is none.
class DoubtsLabel : public QLabel
{
    Q_OBJECT

public:
    explicit DoubtsLabel(QWidget *parent = nullptr);

    /// No more lines than `most`; the last one then tells how many are left out.
    void setSentences(std::vector<Sentence> doubts, std::vector<Sentence> limits = {}, std::size_t most = 100);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    std::vector<Sentence> m_doubts, m_limits;
    std::size_t m_most = 100;
};

} // namespace vethscope
