#pragma once

#include <QByteArray>
#include <QSet>
#include <QStringList>

namespace vethscope::test {

/// tshark, asked as scripts ask it: each frame by itself (no reassembly), checksums verified, 8472 as VXLAN as Linux has
/// it, and 8285 as the IP packets of flannel's UDP backend, which tshark does not know.
class Tshark
{
public:
    static bool isInstalled();

    Tshark();

    /// The names that `-e` takes: fields, and protocols by themselves.
    const QSet<QByteArray> &names() const { return m_names; }

    /// One line a frame, a tab between the values of two fields, as `-T fields` prints them. An answer is kept below the
    /// build folder for the next run: starting tshark takes longer than all the rest.
    QList<QByteArray> fields(const QString &file, const QStringList &names) const;

private:
    QByteArray m_version;
    QSet<QByteArray> m_names;
};

/// What a program prints on standard output; nothing when it takes longer than two minutes.
QByteArray outputOf(const QString &program, const QStringList &arguments);

} // namespace vethscope::test
