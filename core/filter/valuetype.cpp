#include "core/filter/valuetype.h"

namespace vethscope {
namespace {

bool isNumber(Show show)
{
    return show == Show::Decimal || show == Show::Signed || show == Show::Hexadecimal;
}

bool isBytes(Show show)
{
    return show == Show::Text || show == Show::Raw || show == Show::Mac;
}

} // namespace

bool comparable(const ValueType &left, const ValueType &right)
{
    const auto both = [&](auto is) { return is(left.show) && is(right.show); };
    // What a slice cuts out of an address is bytes.
    const bool addressBytes = sliceable(left) && sliceable(right) && (left.show == Show::Raw || right.show == Show::Raw);
    return left.show == right.show || both([](Show show) { return isNumber(show) || show == Show::Flag; }) || both(isBytes) || addressBytes;
}

bool searchable(const ValueType &type)
{
    return isBytes(type.show);
}

bool sliceable(const ValueType &type)
{
    return isBytes(type.show) || type.show == Show::Ipv4 || type.show == Show::Ipv6;
}

bool computable(char symbol, const ValueType &type)
{
    switch (symbol) {
    case '&':
        return isNumber(type.show) || (sliceable(type) && type.show != Show::Text && !type.protocol);
    case '+':
    case '-':
        return isNumber(type.show) || type.show == Show::Time;
    default:
        return isNumber(type.show);
    }
}

} // namespace vethscope
