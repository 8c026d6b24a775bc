#pragma once

#include "core/sentence/sentence.h"

#include <QObject>
#include <QString>
#include <QTranslator>

namespace vethscope {

/// The language the window speaks; changing it reaches every widget as QEvent::LanguageChange.
class Language : public QObject
{
    Q_OBJECT

public:
    explicit Language(QObject *parent = nullptr);
    ~Language() override;

    /// "en" or "zh_CN".
    QString code() const { return m_code; }
    void setCode(const QString &code);

    static QStringList codes();
    /// A language's name in that language.
    static QString nativeName(const QString &code);
    /// The one of codes() that the user's system speaks, else English.
    static QString ofSystem();

private:
    QString m_code = QStringLiteral("en");
    QTranslator m_own;
    QTranslator m_qt;
};

/// The user's language, for what the core puts together itself: the words of drawings.
Sentence::Language windowLanguage();

/// What the core says, in the user's language.
QString translated(const Sentence &sentence);
/// What stands as a Phrase in the core, in the user's language.
QString translated(std::string_view phrase);

} // namespace vethscope
