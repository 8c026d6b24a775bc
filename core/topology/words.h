#pragma once

#include "core/cluster/cluster.h"

#include <functional>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace vethscope {

/// Says an English phrase of a drawing in the user's language; `{}` in it stands for a name or a number.
/// Empty: English. The window's translations of all phrases are listed in ui/topology/words.cpp.
using Words = std::function<std::string(const char *phrase)>;

/// The phrase in the user's language, its `{}` filled in order.
std::string say(const Words &words, const char *phrase, std::span<const std::string> values);
std::string say(const Words &words, const char *phrase, std::initializer_list<std::string> values = {});

/// What contradicts itself, with its names and numbers.
std::string say(const Words &words, const Problem &problem);

} // namespace vethscope
