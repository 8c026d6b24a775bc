#pragma once

#include <QObject>

#include <cstdint>
#include <vector>

namespace vethscope {

class OpenCapture;

/// The packets of the open capture that the user has marked, by their places in the store. A bit a packet.
class Marks : public QObject
{
    Q_OBJECT

public:
    explicit Marks(const OpenCapture &capture, QObject *parent = nullptr);

    bool contains(int storeRow) const;
    int count() const { return m_count; }
    /// All of them, a bit a packet.
    const std::vector<std::uint64_t> &bits() const { return m_bits; }

    /// Marks what is not marked, and the other way round.
    void toggle(const std::vector<int> &storeRows);
    void mark(const std::vector<std::uint32_t> &storeRows);
    void clear();

    /// The nearest marked packet behind or before the given one; -1 when there is none.
    int next(int storeRow) const;
    int previous(int storeRow) const;

signals:
    void changed();

private:
    static constexpr int wordBits = 64;
    void set(int storeRow, bool marked);

    std::vector<std::uint64_t> m_bits;
    int m_count = 0;
};

} // namespace vethscope
