#include "ui/preferences.h"

namespace vethscope {
namespace {

constexpr qsizetype longestList = 12;

} // namespace

Preferences::Preferences(Keep keep)
{
    if (keep == Keep::OnDisk)
        m_disk = std::make_unique<QSettings>(QStringLiteral("Vethscope"), QStringLiteral("Vethscope"));
}

QVariant Preferences::value(const QString &key, const QVariant &otherwise) const
{
    return m_disk ? m_disk->value(key, otherwise) : m_memory.value(key, otherwise);
}

void Preferences::setValue(const QString &key, const QVariant &value)
{
    if (m_disk)
        m_disk->setValue(key, value);
    else
        m_memory.insert(key, value);
}

void Preferences::remember(const QString &key, const QString &entry)
{
    QStringList entries = list(key);
    entries.removeAll(entry);
    entries.prepend(entry);
    setValue(key, QStringList(entries.mid(0, longestList)));
}

} // namespace vethscope
