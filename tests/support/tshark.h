#pragma once

#include <QByteArray>
#include <QMap>
#include <QSet>
#include <QStringList>

#include <atomic>
#include <mutex>
#include <thread>

namespace vethscope::test {

/// tshark, asked as scripts ask it: each frame by itself (no reassembly), checksums verified, 8472 as VXLAN as Linux has
/// it, and 8285 as the IP packets of flannel's UDP backend, which tshark does not know.
class Tshark
{
public:
    static QStringList options();

    Tshark();

    /// The names that `-e` takes: fields, and protocols by themselves.
    const QSet<QByteArray> &names() const { return m_names; }

    /// One line a frame, a tab between the values of two fields, as `-T fields` prints them.
    QList<QByteArray> fields(const QString &file, const QStringList &names) const;

private:
    QSet<QByteArray> m_names;
};

/// How many values there are, how many are the same, and one example of what is not.
struct Tally {
    int values = 0;
    int same = 0;
    QString example;

    /// `difference` makes the example, if it is the first.
    template <typename Difference>
    void add(bool equal, Difference difference)
    {
        ++values;
        same += equal;
        if (!equal && example.isEmpty())
            example = difference();
    }
    void add(const Tally &other);
    double share() const { return values == 0 ? 1 : static_cast<double>(same) / values; }
    int different() const { return values - same; }
};

using Tallies = QMap<QString, Tally>;
void add(Tallies &to, const Tallies &more);

/// The sum of what `one` makes of each file, by add(). Programs take most of their time to start, so two threads share the files.
template <typename Sum, typename One>
Sum sumOver(const QStringList &files, One one)
{
    Sum sum;
    std::mutex mutex;
    std::atomic<qsizetype> next = 0;
    const auto work = [&] {
        for (qsizetype i = next++; i < files.size(); i = next++) {
            const Sum more = one(files[i]);
            const std::lock_guard lock(mutex);
            add(sum, more);
        }
    };
    {
        const std::jthread second(work);
        work();
    }
    return sum;
}

/// Captures of a folder and those below it, sorted; without those of the lab's broken clusters, hundreds of small ones of the same kinds.
QStringList capturesBelow(const QString &folder);

/// What a program prints on standard output; nothing when it takes longer than two minutes.
QByteArray outputOf(const QString &program, const QStringList &arguments);

/// What `tshark -r CAPTURE ARGUMENTS` prints. It is kept (KeptAnswers), and tshark is not run again while the capture's bytes, the
/// arguments and tshark itself stay what they are: starting it takes longer than all the rest.
QByteArray tsharkOutput(const QString &capture, const QStringList &arguments);

} // namespace vethscope::test
