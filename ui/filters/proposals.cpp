#include "ui/filters/proposals.h"

#include "core/filter/accessor.h"
#include "core/filter/completionplace.h"
#include "core/filter/filter.h"
#include "core/filter/filterlists.h"
#include "core/filter/functions.h"
#include "ui/shared/groupeddigits.h"
#include "ui/shared/language.h"
#include "ui/shared/utf8text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <set>
#include <span>

namespace vethscope {
namespace {

constexpr std::size_t mostNames = 60, mostValues = 60, mostFilters = 8;
constexpr std::array scopePrefixes{"overlay.", "underlay."};

struct ProposalWords {
    Q_DECLARE_TR_FUNCTIONS(Proposals)
};

QString meaningOf(const Registry &registry, std::string_view name)
{
    const auto fields = registry.find(name);
    if (fields.empty()) {
        const Protocol *const protocol = registry.protocol(name);
        return protocol ? text(protocol->title) : QString();
    }
    const FieldRef &found = fields.front();
    if (!found.field || found.field->label.empty() || name == found.protocol->name)
        return text(found.protocol->title);
    return text(found.field->label) + QStringLiteral(" · ") + text(found.protocol->title);
}

// The word for a value where the filter reads it as that value, else the number. In quotes where it is not a single word, or may be the name of a field.
QString literalOf(const std::string &field, const ValueName &name, std::span<const ValueName> names, const Registry &registry)
{
    const QString number = QString::number(name.value), word = text(name.text);
    const bool isWord = !word.isEmpty() && word.front().isLetter() && std::ranges::all_of(word, [](QChar c) { return c.isLetterOrNumber() || c == QLatin1Char('_'); });
    const std::string plain(name.text);
    const auto first = std::ranges::find_if(names, [&](const ValueName &other) { return text(other.text).compare(word, Qt::CaseInsensitive) == 0; });
    if (first->value != name.value || word.contains(QLatin1Char('"')) || word.contains(QLatin1Char('\\')))
        return number;
    const QString literal = isWord && !Accessor::find(plain, registry) ? word : QLatin1Char('"') + word + QLatin1Char('"');
    return Filter::compile(field + " == " + literal.toStdString(), registry) ? literal : number;
}

QString bare(QString literal)
{
    return literal.remove(QLatin1Char('"'));
}

QString frequency(const SeenValue &value, const SeenValues &seen)
{
    const QString packets = grouped(value.packets), looked = grouped(seen.lookedAt);
    return seen.all ? ProposalWords::tr("in %1 of %2 packets").arg(packets, looked) : ProposalWords::tr("in %1 of %2 packets looked at").arg(packets, looked);
}

} // namespace

std::vector<Proposal> Proposals::at(const QString &text, int cursor) const
{
    const QString written = text.left(cursor);
    const CompletionPlace place = completionPlace(written.toStdString());
    const QString word = QString::fromStdString(place.word);
    const int start = int(written.size() - word.size());
    std::vector<Proposal> all;
    if (!place.field.empty())
        addValues(all, place, start);
    else if (!word.isEmpty() && word.front().isLetter() && (word.size() >= 2 || word.endsWith(QLatin1Char('.'))))
        addNames(all, word, start);
    if (cursor == text.size() && text.trimmed().size() >= 2)
        addFilters(all, text);
    if (all.size() == 1 && all.front().text == text.mid(all.front().start, cursor - all.front().start))
        all.clear();
    return all;
}

void Proposals::addNames(std::vector<Proposal> &all, const QString &word, int start) const
{
    QString scope;
    for (const char *prefix : scopePrefixes) {
        const QString candidate = QString::fromLatin1(prefix);
        if (word.startsWith(candidate))
            scope = candidate;
        else if (candidate.startsWith(word))
            all.push_back({candidate, candidate.startsWith(QLatin1Char('o')) ? ProposalWords::tr("only what the pods see") : ProposalWords::tr("only what the nodes see"), start});
    }
    const std::string beginning = word.mid(scope.size()).toLower().toStdString();
    const auto names = m_registry.names();
    for (auto name = std::lower_bound(names.begin(), names.end(), std::string_view(beginning)); name != names.end() && name->starts_with(beginning) && all.size() < mostNames; ++name)
        all.push_back({scope + text(*name), meaningOf(m_registry, *name), start});
    if (scope.isEmpty())
        for (const FilterFunction &function : filterFunctions())
            if (function.name.starts_with(beginning))
                all.push_back({text(function.name) + QLatin1Char('('), translated(function.meaning()), start});
}

// Those that packets have come first, the most frequent before all; then the words that are left.
void Proposals::addValues(std::vector<Proposal> &all, const CompletionPlace &place, int start) const
{
    const auto accessor = Accessor::find(place.field, m_registry);
    if (!accessor || accessor->isProtocol())
        return;
    const ValueType type = accessor->type();
    const QString begun = bare(QString::fromStdString(place.word));
    std::set<QString> had;
    const auto add = [&](const QString &literal, const QString &other, const QString &meaning) {
        const bool fits = bare(literal).startsWith(begun, Qt::CaseInsensitive) || (!other.isEmpty() && other.contains(begun, Qt::CaseInsensitive));
        if (fits && all.size() < mostValues && had.insert(literal).second)
            all.push_back({literal, meaning, start});
    };
    const auto named = [&](std::int64_t number) {
        const auto name = std::ranges::find(type.names, std::uint64_t(number), &ValueName::value);
        return name == type.names.end() ? nullptr : &*name;
    };
    const SeenValues found = seen ? seen(place.field) : SeenValues();
    for (const SeenValue &value : found.values) {
        const QString script = QString::fromStdString(value.literal), word = QString::fromStdString(value.word);
        const QString owner = nameOf && !value.bytes.empty() ? nameOf(value.bytes) : QString();
        bool isNumber = false;
        const auto number = script.toLongLong(&isNumber, 0);
        const ValueName *const name = isNumber && type.show != Show::Flag ? named(number) : nullptr;
        const QString literal = name ? literalOf(place.field, *name, type.names, m_registry) : script;
        QStringList meaning{literal != script ? script : word, owner, frequency(value, found)};
        meaning.removeAll(QString());
        add(literal, name ? script : word + owner, meaning.join(QStringLiteral(" · ")));
    }
    if (type.show == Show::Flag) {
        const auto word = [&](std::int64_t value, const QString &otherwise) { return named(value) ? text(named(value)->text) : otherwise; };
        add(QStringLiteral("1"), QStringLiteral("True"), word(1, ProposalWords::tr("Set")));
        add(QStringLiteral("0"), QStringLiteral("False"), word(0, ProposalWords::tr("Not set")));
        return;
    }
    for (const ValueName &name : type.names)
        if (all.size() < mostValues)
            add(literalOf(place.field, name, type.names, m_registry), QString::number(name.value), QString::number(name.value));
}

void Proposals::addFilters(std::vector<Proposal> &all, const QString &written) const
{
    const std::size_t most = all.size() + mostFilters;
    const auto has = [&](const QString &expression) { return std::ranges::any_of(all, [&](const Proposal &one) { return one.start == 0 && one.text == expression; }); };
    const QString begun = written.trimmed();
    for (const KeptFilter &filter : saved ? saved() : std::vector<KeptFilter>()) {
        const QString name = QString::fromStdString(filter.name), expression = QString::fromStdString(filter.expression);
        const bool fits = name.startsWith(begun, Qt::CaseInsensitive) || (expression.startsWith(begun) && expression != begun);
        if (fits && !has(expression) && all.size() < most)
            all.push_back({expression, ProposalWords::tr("saved filter · %1").arg(name), 0});
    }
    for (const QString &expression : recent ? recent() : QStringList())
        if (expression.startsWith(begun) && expression != begun && !has(expression) && all.size() < most)
            all.push_back({expression, ProposalWords::tr("recent filter"), 0});
}

} // namespace vethscope
