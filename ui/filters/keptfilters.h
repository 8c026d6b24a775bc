#pragma once

#include "core/filter/filterlists.h"

#include <QObject>

namespace vethscope {

class Preferences;
class Registry;

/// How preferences keep one: a line of JSON.
QString keptFilterLine(const KeptFilter &filter);

/// The display filters that the user keeps: with a name for the bookmark menu, or as buttons beside the filter. What another version has written and this one
/// does not understand stays where it is.
class KeptFilters : public QObject
{
    Q_OBJECT

public:
    enum class Kind : bool { Saved, Button };

    explicit KeptFilters(Preferences &preferences, QObject *parent = nullptr);

    std::vector<KeptFilter> all(Kind kind) const;
    void set(Kind kind, const std::vector<KeptFilter> &filters);
    /// Behind all others; in place of the one of the same name and kind.
    void add(Kind kind, const KeptFilter &filter);
    void remove(Kind kind, const KeptFilter &filter);

    /// Why it is no filter any more; empty where it is one.
    static QString problemOf(const KeptFilter &filter, const Registry &registry);

signals:
    void changed();

private:
    Preferences &m_preferences;
};

} // namespace vethscope
