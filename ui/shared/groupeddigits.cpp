#include "ui/shared/groupeddigits.h"

namespace vethscope {

QString grouped(std::uint64_t number)
{
    QString digits = QString::number(number);
    for (qsizetype place = digits.size() - 3; place > 0; place -= 3)
        digits.insert(place, digitBlank);
    return digits;
}

} // namespace vethscope
