#include "ui/profiles/profileimport.h"

#include "core/profiles/wiresharkdecoderules.h"
#include "core/profiles/wiresharkpreferences.h"
#include "core/protocols/decodeas.h"
#include "core/session/savedcolumns.h"
#include "ui/filters/keptfilters.h"
#include "ui/shared/language.h"
#include "ui/shared/preferences.h"
#include "ui/shared/profilefolder.h"
#include "ui/shared/settingsfile.h"

#include <QCoreApplication>
#include <QFile>

namespace vethscope {
namespace {

// Wireshark's switches of name resolution and ours.
const std::map<std::string, QString> nameSettings{
    {"nameres.mac_name", preference::physicalNames}, {"nameres.network_name", preference::networkNames}, {"nameres.transport_name", preference::transportNames}};

struct Import {
    Q_DECLARE_TR_FUNCTIONS(ProfileImport)
};

class Importer
{
public:
    Importer(const ProfileFiles &from, const Registry &registry, SettingsFile &settings, ProfileImported &result)
        : m_from(from), m_registry(registry), m_settings(settings), m_result(result)
    {
    }

    void takeAll()
    {
        for (const auto &[name, text] : m_from.files) {
            const QString file = QString::fromStdString(name);
            if (name == "preferences")
                takePreferences(text);
            else if (name == "colorfilters")
                takeColours(text);
            else if (name == "dfilters")
                takeFilters(readSavedFilters(text), preference::savedFilters, Import::tr("Saved filters: %1"));
            else if (name == "dfilter_buttons")
                takeFilters(readFilterButtons(text), preference::filterButtons, Import::tr("Filter buttons: %1"));
            else if (name == "decode_as_entries")
                takeDecodeRules(text);
            else
                m_result.notUsed << Import::tr("the file “%1”").arg(file);
        }
    }

private:
    void takePreferences(const std::string &text)
    {
        const auto settings = readWiresharkSettings(text);
        const WiresharkColumns columns = wiresharkColumns(settings, m_registry);
        for (const Sentence &left : columns.leftOut)
            m_result.notUsed << translated(left);
        if (!columns.columns.empty()) {
            m_settings.setValue(preference::columns, QString::fromStdString(columnsText(columns.columns)));
            m_result.used << Import::tr("Columns: %1").arg(columns.columns.size());
        }
        takeNames(settings);
        std::size_t others = 0;
        for (const auto &[key, value] : settings)
            others += !key.starts_with("gui.column.") && !nameSettings.contains(key);
        if (others > 0)
            m_result.notUsed << Import::tr("other settings in “preferences”: %1").arg(others);
    }

    void takeNames(const std::map<std::string, std::string> &settings)
    {
        int taken = 0;
        for (const auto &[theirs, ours] : nameSettings)
            if (const auto found = settings.find(theirs); found != settings.end()) {
                m_settings.setValue(ours, QString::fromStdString(found->second).compare(QLatin1String("true"), Qt::CaseInsensitive) == 0);
                ++taken;
            }
        if (taken > 0)
            m_result.used << Import::tr("Name resolution: %1").arg(taken);
    }

    void takeColours(const std::string &text)
    {
        qsizetype rules = 0;
        for (const QString &line : QString::fromStdString(text).split(QLatin1Char('\n')))
            rules += line.startsWith(QLatin1Char('@')) || line.startsWith(QLatin1String("!@"));
        if (rules > 0) {
            m_settings.setValue(preference::colourRules, QString::fromStdString(text));
            m_result.used << Import::tr("Colour rules: %1").arg(rules);
        }
    }

    void takeFilters(const FilterList &read, const QString &key, const QString &title)
    {
        QStringList lines;
        for (const KeptFilter &filter : read.filters)
            lines << keptFilterLine(filter);
        if (!lines.isEmpty()) {
            m_settings.setValue(key, lines);
            m_result.used << title.arg(lines.size());
        }
        for (const Sentence &problem : read.problems)
            m_result.notUsed << translated(problem);
    }

    void takeDecodeRules(const std::string &text)
    {
        QStringList rules;
        for (const WiresharkDecodeRule &one : wiresharkDecodeRules(text)) {
            const auto rule = one.rule ? parseDecodeRule(*one.rule, m_registry) : std::unexpected(Error{});
            if (rule)
                rules << QString::fromStdString(textOf(*rule));
            else
                m_result.notUsed << Import::tr("“%1” of “decode_as_entries”").arg(QString::fromStdString(one.line));
        }
        if (!rules.isEmpty()) {
            m_settings.setValue(preference::decodeAs, rules);
            m_result.used << Import::tr("Decode As: %1").arg(rules.size());
        }
    }

    const ProfileFiles &m_from;
    const Registry &m_registry;
    SettingsFile &m_settings;
    ProfileImported &m_result;
};

// Ours as it is, but for values that only a program could have written, which Qt would make objects of.
QByteArray ownSettings(const std::string &text, ProfileImported &result)
{
    QByteArray kept;
    for (const QByteArray &line : QByteArray::fromStdString(text).split('\n'))
        if (line.contains("@Variant") || line.contains("@Invalid") || line.contains("@DateTime"))
            result.notUsed << Import::tr("the setting “%1”").arg(QString::fromUtf8(line.left(line.indexOf('='))));
        else if (!line.isEmpty())
            kept += line + '\n';
    return kept;
}

// A name out of an archive, made such that it is one here.
QString nameHere(const std::string &name, const ProfileFolder &folder)
{
    const QString wanted = QString::fromStdString(name).trimmed();
    return folder.freeName(ProfileFolder::problemWith(wanted).isEmpty() ? wanted : Import::tr("Imported"));
}

} // namespace

ProfileImported importProfile(const ProfileFiles &from, const ProfileFolder &folder, const Registry &registry)
{
    ProfileImported result;
    result.name = nameHere(from.name, folder);
    result.problem = folder.make(result.name);
    if (!result.problem.isEmpty())
        return result;
    const QString path = folder.settingsOf(result.name);
    ProfileFiles rest = from;
    if (const auto own = from.files.find(std::string(ownProfileFile)); own != from.files.end()) {
        QFile file(path);
        if (const QByteArray text = ownSettings(own->second, result); !file.open(QFile::WriteOnly) || file.write(text) != text.size())
            result.problem = Import::tr("%1 cannot be written: %2").arg(path, file.errorString());
        else
            result.used << Import::tr("the settings of a profile of Vethscope");
        rest.files.erase(std::string(ownProfileFile));
    }
    SettingsFile settings(path);
    for (const Sentence &problem : settings.takeProblems())
        result.notUsed << translated(problem);
    Importer(rest, registry, settings, result).takeAll();
    return result;
}

QString importReport(const QList<ProfileImported> &profiles, const QStringList &problems)
{
    QStringList lines;
    for (const ProfileImported &profile : profiles) {
        lines << (profile.problem.isEmpty() ? Import::tr("The profile “%1” is here.").arg(profile.name) : profile.problem);
        for (const QString &used : profile.used)
            lines << QStringLiteral("  • ") + used;
        if (!profile.notUsed.isEmpty())
            lines << Import::tr("Not used:");
        for (const QString &left : profile.notUsed)
            lines << QStringLiteral("  – ") + left;
    }
    if (!problems.isEmpty())
        lines << Import::tr("Not read:");
    for (const QString &problem : problems)
        lines << QStringLiteral("  – ") + problem;
    return lines.join(QLatin1Char('\n'));
}

} // namespace vethscope
