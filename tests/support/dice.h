#pragma once

#include <QList>

#include <algorithm>
#include <random>

namespace vethscope::test {

/// Chance that falls alike wherever it is thrown: std::mt19937 and nothing that each library does its own way.
class Dice
{
public:
    explicit Dice(unsigned seed) : m_engine(seed) {}

    /// 0 … count − 1.
    int below(qsizetype count) { return static_cast<int>(m_engine() % static_cast<unsigned>(count)); }
    bool fallsBelow(int percent) { return below(100) < percent; }
    template <typename Value>
    Value pick(const QList<Value> &values)
    {
        return values.at(below(values.size()));
    }
    template <typename Value>
    void shuffle(QList<Value> &values)
    {
        for (qsizetype i = values.size(); i > 1; --i)
            std::swap(values[i - 1], values[below(i)]);
    }

private:
    std::mt19937 m_engine;
};

} // namespace vethscope::test
