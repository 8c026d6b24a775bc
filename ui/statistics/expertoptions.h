#pragma once

#include "core/statistics/expertitems.h"
#include "ui/statistics/countoptions.h"

#include <optional>

class QLineEdit;

namespace vethscope {

class ListedChoice;

/// The line above what experts say: also which severities are listed, and what is looked for.
class ExpertOptions : public CountOptions
{
    Q_OBJECT

public:
    ExpertOptions();

    QLineEdit &search() const { return *m_search; }
    /// Only what is so severe, or all.
    void setSeverity(std::optional<ExpertSeverity> severity);

signals:
    void severityChanged(std::optional<ExpertSeverity> severity);
    void searchChanged(const QString &words);

protected:
    void retranslate() override;

private:
    QLineEdit *m_search;
    ListedChoice *m_severities;
};

} // namespace vethscope
