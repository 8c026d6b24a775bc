#pragma once

#include "core/filter/accessor.h"
#include "core/filter/literal.h"
#include "core/filter/valuetype.h"

#include <memory>
#include <vector>

namespace vethscope {

/// A part of a filter that has values in a packet: none, one, or several.
class Operand
{
public:
    explicit Operand(ValueType type) : m_type(type) { }
    virtual ~Operand() = default;

    const ValueType &type() const { return m_type; }

    virtual void values(Evaluation &evaluation, std::vector<FilterValue> &out) const = 0;

private:
    ValueType m_type;
};

using OperandPointer = std::shared_ptr<const Operand>;

/// The values of a field, or the bytes of a protocol.
class FieldOperand final : public Operand
{
public:
    explicit FieldOperand(Accessor accessor) : Operand(accessor.type()), m_accessor(std::move(accessor)) { }

    const Accessor &accessor() const { return m_accessor; }
    void values(Evaluation &evaluation, std::vector<FilterValue> &out) const override;

private:
    Accessor m_accessor;
};

/// A literal: the same in every packet.
class ConstantOperand final : public Operand
{
public:
    ConstantOperand(ValueType type, Literal literal) : Operand(type), m_literal(std::move(literal)) { }

    const Literal &literal() const { return m_literal; }
    void values(Evaluation &, std::vector<FilterValue> &out) const override
    {
        out.push_back({m_literal.number, m_literal.bytes});
    }

private:
    Literal m_literal;
};

/// Some bytes of each value: `eth.src[0:3]`, `[-4:]`, `[1-2]`, several joined by commas. A part that the
/// value is too short for is left out, so that the result may be empty.
class SliceOperand final : public Operand
{
public:
    /// From `start` on, `length` bytes; a negative start counts from the end.
    struct Part {
        static constexpr std::int64_t toTheEnd = INT64_MAX;
        std::int64_t start = 0;
        std::int64_t length = toTheEnd;
    };

    SliceOperand(OperandPointer of, std::vector<Part> parts)
        : Operand({of->type().show == Show::Text ? Show::Text : Show::Raw}), m_of(std::move(of)), m_parts(std::move(parts))
    {
    }
    void values(Evaluation &evaluation, std::vector<FilterValue> &out) const override;

private:
    OperandPointer m_of;
    std::vector<Part> m_parts;
};

/// `+ - * / %` and `&` of every left value with every right one; a division by zero has no value.
class ArithmeticOperand final : public Operand
{
public:
    ArithmeticOperand(char symbol, OperandPointer left, OperandPointer right);
    void values(Evaluation &evaluation, std::vector<FilterValue> &out) const override;

private:
    char m_symbol;
    OperandPointer m_left;
    OperandPointer m_right;
};

} // namespace vethscope
