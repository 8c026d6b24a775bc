#include "ui/colours/colourrules.h"

#include "core/colours/colouring.h"
#include "core/colours/colourrulesfile.h"
#include "ui/models/packetlistmodel.h"
#include "ui/shared/language.h"
#include "ui/shared/preferences.h"

namespace vethscope {
namespace {

constexpr std::array<Rgb, ColourRules::conversations> conversationBackgrounds{0xEAC4C4, 0xC4E4C8, 0xC5D3F2, 0xEFE3A8, 0xDCC6EE, 0xBFE6E6, 0xF4CFAE, 0xD9D9D9, 0xF2C6E0, 0xD3E2A6};
constexpr Rgb conversationInk = 0x12272E;

} // namespace

ColourRules::ColourRules(PacketListModel &model, const Registry &registry, Preferences &preferences, QObject *parent)
    : QObject(parent), m_model(model), m_registry(registry), m_preferences(preferences)
{
    read();
    connect(&preferences, &Preferences::profileChanged, this, &ColourRules::read);
    QMetaObject::invokeMethod(this, [this] { tellSkipped(m_model.colouring()); }, Qt::QueuedConnection); // once somebody listens
}

// What the profile has.
void ColourRules::read()
{
    const QVariant kept = m_preferences.value(preference::colourRules);
    m_rules = kept.isValid() ? readColourRules(kept.toString().toStdString()).rules : usualColourRules();
    m_areShown = m_preferences.value(preference::colourise, true).toBool();
    show();
}

void ColourRules::setRules(std::vector<ColourRule> rules)
{
    m_rules = std::move(rules);
    m_preferences.setValue(preference::colourRules, QString::fromStdString(colourRulesText(m_rules)));
    show();
}

ColourRule ColourRules::conversationRule(int number)
{
    return {tr("Conversation %1").arg(number + 1).toStdString(), {}, conversationInk, conversationBackgrounds[std::size_t(number)]};
}

// A conversation has one colour: the last that it was given.
void ColourRules::colourConversation(int number, const std::string &filter)
{
    for (std::string &one : m_conversations)
        if (one == filter)
            one.clear();
    m_conversations[std::size_t(number)] = filter;
    show();
}

void ColourRules::resetConversations()
{
    m_conversations = {};
    show();
}

void ColourRules::setShown(bool shown)
{
    m_areShown = shown;
    m_preferences.setValue(preference::colourise, shown);
    show();
}

// Colours that the user has just asked for are seen even when the rules are switched off.
void ColourRules::show()
{
    std::vector<ColourRule> all;
    for (int number = 0; number < conversations; ++number)
        if (const std::string &filter = m_conversations[std::size_t(number)]; !filter.empty()) {
            all.push_back(conversationRule(number));
            all.back().filter = filter;
        }
    if (m_areShown)
        all.insert(all.end(), m_rules.begin(), m_rules.end());
    const Colouring colouring(std::move(all), m_registry);
    m_model.setColouring(colouring);
    tellSkipped(colouring);
}

void ColourRules::tellSkipped(const Colouring &colouring)
{
    int count = 0;
    std::size_t first = 0;
    for (std::size_t place = 0; place < colouring.size(); ++place)
        if (colouring[place].isEnabled && colouring.problem(place) && count++ == 0)
            first = place;
    if (count > 0)
        emit skipped(count, QString::fromStdString(colouring[first].name), translated(colouring.problem(first)->message));
}

} // namespace vethscope
