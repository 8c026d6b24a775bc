#include "ui/shared/settingsfile.h"

#include <QFile>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>
#include <utility>

namespace vethscope {
namespace {

const QString versionKey = QStringLiteral("settings/version");

// Settings are lines, of a group or of a key and its value, and end with one; what a crash of the machine leaves is cut off, or zeros.
bool looksDamaged(const QByteArray &bytes)
{
    const auto isLine = [](const QByteArray &line) { return line.trimmed().isEmpty() || line.contains('=') || line.startsWith('[') || line.startsWith(';'); };
    return bytes.contains('\0') || (!bytes.isEmpty() && !bytes.endsWith('\n')) || !std::ranges::all_of(bytes.split('\n'), isLine);
}

} // namespace

SettingsFile::SettingsFile(const QString &path) : m_path(path)
{
    QFile file(path);
    QByteArray bytes;
    m_isNew = !file.exists();
    if (!m_isNew) {
        if (!file.open(QFile::ReadOnly)) {
            m_problems.push_back(Sentence::of("The settings in {} cannot be read: {}. They are left alone, and what is changed is forgotten when the window closes.",
                                              path.toStdString(), file.errorString().toStdString()));
            return;
        }
        bytes = file.readAll();
    }
    m_disk = std::make_unique<QSettings>(path, QSettings::IniFormat);
    const bool isLater = m_disk->value(versionKey).toInt() > version;
    if (isLater || looksDamaged(bytes) || m_disk->status() == QSettings::FormatError)
        keepBeside(bytes, isLater);
    if (m_disk)
        m_disk->setValue(versionKey, version);
    if (!write() && m_problems.empty())
        m_problems.push_back(Sentence::of("Settings cannot be written to {}: what is changed is forgotten when the window closes.", path.toStdString()));
}

SettingsFile::~SettingsFile() = default;

void SettingsFile::keepBeside(const QByteArray &bytes, bool isLater)
{
    QString beside;
    for (int number = 1; beside.isEmpty(); ++number) {
        const QString name = m_path + (isLater ? QStringLiteral(".later-%1") : QStringLiteral(".damaged-%1")).arg(number);
        QFile file(name);
        if (file.open(QFile::ReadOnly) && file.readAll() != bytes)
            continue;
        beside = name;
    }
    if (QFile copy(beside); !copy.exists() && !(copy.open(QFile::WriteOnly) && copy.write(bytes) == bytes.size() && copy.flush())) {
        m_problems.push_back(Sentence::of("The settings in {} are damaged or of a later version, and cannot be kept beside: {}. They are left alone, and what is changed is "
                                          "forgotten when the window closes.", m_path.toStdString(), copy.errorString().toStdString()));
        for (const QString &key : m_disk->allKeys())
            m_memory.insert(key, m_disk->value(key));
        m_disk.reset();
        return;
    }
    const std::string name = QFileInfo(beside).fileName().toStdString();
    m_problems.push_back(isLater ? Sentence::of("The settings in {} were written by a later version of Vethscope: what this one understands is used. They are kept as {}.",
                                                m_path.toStdString(), name)
                                 : Sentence::of("The settings in {} are damaged: what can be read is used, all else is as at first. They are kept as {}.", m_path.toStdString(), name));
}

bool SettingsFile::contains(const QString &key) const
{
    return m_disk ? m_disk->contains(key) : m_memory.contains(key);
}

QVariant SettingsFile::value(const QString &key, const QVariant &otherwise) const
{
    return m_disk ? m_disk->value(key, otherwise) : m_memory.value(key, otherwise);
}

void SettingsFile::setValue(const QString &key, const QVariant &value)
{
    if (m_disk)
        m_disk->setValue(key, value);
    else
        m_memory.insert(key, value);
}

QStringList SettingsFile::keys() const
{
    return m_disk ? m_disk->allKeys() : QStringList(m_memory.keys());
}

bool SettingsFile::write()
{
    if (!m_disk)
        return false;
    m_disk->sync();
    return m_disk->status() != QSettings::AccessError;
}

std::vector<Sentence> SettingsFile::takeProblems()
{
    return std::exchange(m_problems, {});
}

} // namespace vethscope
