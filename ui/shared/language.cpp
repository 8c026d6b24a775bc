#include "ui/shared/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace vethscope {
namespace {

// What the translation that Qt 6.4 comes with lacks, in its file dialog.
[[maybe_unused]] const char *const wordsOfQt[] = {
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Unknown"),
};

} // namespace

Language::Language(QObject *parent) : QObject(parent) { }

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_qt);
    QCoreApplication::removeTranslator(&m_own);
}

void Language::setCode(const QString &code)
{
    if (code == m_code || !codes().contains(code))
        return;
    m_code = code;
    const QLocale locale(code == QLatin1String("en") ? QStringLiteral("en_US") : code);
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_qt);
    QCoreApplication::removeTranslator(&m_own);
    if (code == QLatin1String("en"))
        return;
    if (m_qt.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_own.load(QStringLiteral(":/i18n/vethscope_%1.qm").arg(code)))
        QCoreApplication::installTranslator(&m_own);
}

QStringList Language::codes()
{
    return {QStringLiteral("en"), QStringLiteral("zh_CN")};
}

QString Language::nativeName(const QString &code)
{
    return code == QLatin1String("zh_CN") ? QStringLiteral("简体中文") : QStringLiteral("English");
}

QString Language::ofSystem()
{
    return QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

Sentence::Language windowLanguage()
{
    return [](const char *text) { return QCoreApplication::translate(Sentence::context, text).toStdString(); };
}

QString translated(const Sentence &sentence)
{
    return QString::fromStdString(sentence.in(windowLanguage()));
}

QString translated(std::string_view phrase)
{
    return QCoreApplication::translate(Sentence::context, std::string(phrase).c_str());
}

} // namespace vethscope
