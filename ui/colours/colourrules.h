#pragma once

#include "core/colours/colourrule.h"

#include <QObject>

#include <array>
#include <string>
#include <vector>

namespace vethscope {

class Colouring;
class PacketListModel;
class Preferences;
class Registry;

/// The user's colour rules, and colours of conversations for as long as the program runs, which stand above them. The list of packets follows.
class ColourRules : public QObject
{
    Q_OBJECT

public:
    static constexpr int conversations = 10;

    ColourRules(PacketListModel &model, const Registry &registry, Preferences &preferences, QObject *parent = nullptr);

    const std::vector<ColourRule> &rules() const { return m_rules; }
    /// And keeps them.
    void setRules(std::vector<ColourRule> rules);
    /// The colours of a conversation by its number, 0 to 9, as a rule without a filter.
    static ColourRule conversationRule(int number);
    /// An empty filter takes the colour away.
    void colourConversation(int number, const std::string &filter);
    void resetConversations();

    bool areShown() const { return m_areShown; }
    void setShown(bool shown);

signals:
    /// So many rules cannot be understood, of which the first one says why.
    void skipped(int count, const QString &name, const QString &why);

private:
    void read();
    void show();
    void tellSkipped(const Colouring &colouring);

    PacketListModel &m_model;
    const Registry &m_registry;
    Preferences &m_preferences;
    std::vector<ColourRule> m_rules;
    std::array<std::string, conversations> m_conversations; // their filters
    bool m_areShown = true;
};

} // namespace vethscope
