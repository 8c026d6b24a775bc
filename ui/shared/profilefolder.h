#pragma once

#include <QString>
#include <QStringList>

namespace vethscope {

/// The folder that has a folder for each profile: Wireshark's habit. What is done to them returns why it was not done; empty where it was.
class ProfileFolder
{
public:
    /// Of a folder of settings (Preferences::folder()).
    explicit ProfileFolder(const QString &settings);

    /// The usual one first, the others by their names.
    QStringList names() const;
    QString pathOf(const QString &name) const;
    /// The file of its settings, which need not be there.
    QString settingsOf(const QString &name) const;
    bool exists(const QString &name) const;

    /// Why it is not a profile's name; empty where it is.
    static QString problemWith(const QString &name);
    /// Nobody's yet: the name, or with a number behind it.
    QString freeName(const QString &wanted) const;

    QString make(const QString &name) const;
    QString copy(const QString &from, const QString &to) const;
    QString rename(const QString &from, const QString &to) const;
    QString remove(const QString &name) const;

private:
    QString m_path;
};

} // namespace vethscope
