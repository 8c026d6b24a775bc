#pragma once

#include "core/sentence/sentence.h"

#include <QStringList>
#include <QVariant>

#include <memory>
#include <vector>

class QSettings;

namespace vethscope {

/// A file of settings. What a later version has written, or nobody has written to its end, is read as far as it goes and kept beside before anything in it is
/// changed; a file that cannot be read is left alone, and what is set stays in memory. Each is said.
class SettingsFile
{
public:
    /// Raised when an older version would misunderstand what is written.
    static constexpr int version = 1;

    explicit SettingsFile(const QString &path);
    ~SettingsFile();

    bool contains(const QString &key) const;
    QVariant value(const QString &key, const QVariant &otherwise = {}) const;
    void setValue(const QString &key, const QVariant &value);
    QStringList keys() const;
    /// Whether there was no such file.
    bool isNew() const { return m_isNew; }
    /// What is set is on the disk after this; false where it cannot be.
    bool write();

    std::vector<Sentence> takeProblems();

private:
    void keepBeside(const QByteArray &bytes, bool isLater);

    QString m_path;
    std::unique_ptr<QSettings> m_disk; // null: nothing there may be touched
    bool m_isNew = true;
    QVariantHash m_memory;
    std::vector<Sentence> m_problems;
};

} // namespace vethscope
