#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace vethscope::test {

/// What another program once answered, kept in files between runs and between clones: a program that starts for half a second and
/// is asked a thousand times takes most of the time of a run. A question is everything that the answer depends on.
class KeptAnswers
{
public:
    /// Below the user's cache folder; what nobody has asked for in a month is removed.
    static KeptAnswers &shared();

    explicit KeptAnswers(const QString &folder);

    /// Nothing when it is not known, or when the file is not what keep() wrote.
    std::optional<QByteArray> find(const QByteArray &question) const;
    /// All of it or nothing, also while others read; a folder that cannot be written to keeps nothing.
    void keep(const QByteArray &question, const QByteArray &answer) const;

    /// Removes what was neither kept nor found for so many days.
    void forget(int days) const;

private:
    QString placeOf(const QByteArray &question) const;

    QString m_folder;
};

} // namespace vethscope::test
