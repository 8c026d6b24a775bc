#pragma once

#include "core/columns/columnspec.h"
#include "core/columns/fieldcolumn.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace vethscope {

/// The columns of the packet list from left to right, hidden ones as well: which they are, how each is set up, and what those of fields say.
class ListColumns : public QObject
{
    Q_OBJECT

public:
    explicit ListColumns(const Registry &registry, QObject *parent = nullptr);

    int count() const { return int(m_all.size()); }
    const std::vector<ColumnSpec> &all() const { return m_all; }
    const ColumnSpec &at(int place) const { return m_all[std::size_t(place)]; }
    /// The first place where a ready-made column stands; -1 where it does not.
    int placeOf(Column column) const;

    void set(std::vector<ColumnSpec> columns);
    /// Behind the last one in sight but Info, where no place is given. Tells where it stands.
    int insert(ColumnSpec column, int place = -1);
    void remove(int place);
    void move(int from, int to);
    void change(int place, ColumnSpec column);
    /// Not told of: who drags a column has it already.
    void setWidth(int place, unsigned width) { m_all[std::size_t(place)].width = width; }

    /// What a column of a field says; null for others, and where its expression cannot be understood.
    const FieldColumn *field(int place) const;
    /// Why it says nothing; empty where it does.
    QString error(int place) const;
    QString title(int place) const;
    /// A ready-made column's own, in the user's language.
    static QString titleOf(Column column);
    /// Numbers in one width, which stand under each other.
    bool isFigure(int place) const;

signals:
    /// Which columns there are, or their order, or what one of them says; places before it mean nothing any more.
    void changed();
    /// How one of them looks: its title, its side, whether it is hidden.
    void restyled(int place);

private:
    struct Compiled {
        std::optional<FieldColumn> field{};
        QString error{};
    };
    void compile();

    const Registry &m_registry;
    std::vector<ColumnSpec> m_all = usualColumns();
    std::vector<Compiled> m_compiled;
};

} // namespace vethscope
