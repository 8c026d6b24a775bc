#include "core/iograph/ioseries.h"

#include <algorithm>

namespace vethscope {

bool needsField(IoMeasure measure)
{
    return measure >= IoMeasure::CountFrames;
}

bool measureAlike(const IoSeries &one, const IoSeries &other)
{
    return one.filter.expression() == other.filter.expression() && one.measure == other.measure && one.fieldName == other.fieldName;
}

void IoCell::add(double value)
{
    minimum = values == 0 ? value : std::min(minimum, value);
    maximum = values == 0 ? value : std::max(maximum, value);
    ++values;
    sum += value;
}

void IoCell::add(const IoCell &other)
{
    if (other.values > 0) {
        minimum = values == 0 ? other.minimum : std::min(minimum, other.minimum);
        maximum = values == 0 ? other.maximum : std::max(maximum, other.maximum);
    }
    packets += other.packets;
    bytes += other.bytes;
    inner += other.inner;
    frames += other.frames;
    values += other.values;
    sum += other.sum;
    load += other.load;
    underWay += other.underWay;
    firstRow = std::min(firstRow, other.firstRow);
}

double IoCell::measured(IoMeasure measure) const
{
    switch (measure) {
    case IoMeasure::Packets: return static_cast<double>(packets);
    case IoMeasure::FrameBytes: return static_cast<double>(bytes);
    case IoMeasure::FrameBits: return static_cast<double>(bytes) * 8;
    case IoMeasure::InnerBytes: return static_cast<double>(inner);
    case IoMeasure::CountFrames: return static_cast<double>(frames);
    case IoMeasure::CountValues: return static_cast<double>(values);
    case IoMeasure::Sum: return sum;
    case IoMeasure::Maximum: return maximum;
    case IoMeasure::Minimum: return minimum;
    case IoMeasure::Load: return load;
    case IoMeasure::Average: return values == 0 ? 0 : sum / static_cast<double>(values);
    }
    return 0;
}

} // namespace vethscope
