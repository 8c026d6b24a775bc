#include "core/path/matrix.h"
#include "core/snapshot/snapshot.h"
#include "tests/bench/stopwatch.h"
#include "tests/support/kubernetestext.h"
#include "tests/support/samplecluster.h"

#include <cstdio>
#include <cstdlib>

#include <fmt/format.h>

// matrix [NODES PODS-EACH SERVICES]: how long the matrix of a large cluster takes, 50 nodes with 10 pods each and 50 services unless told, beside
// the plain walk of a part of its rows, and how soon it is stopped.

using namespace vethscope;
using namespace vethscope::bench;

namespace {

constexpr double budget = 10;        // seconds
constexpr double stopBudget = 0.2;
constexpr std::size_t plainRows = 6; // from all over the matrix
constexpr double leastRatio = 8;     // plain walk to classes, in processor time: the matrix has 330 000 ways, of which 16 000 are walked

const char *verdict(bool holds)
{
    return holds ? "within" : "BEYOND";
}

} // namespace

int main(int argc, char **argv)
{
    const auto argument = [&](int place, std::size_t otherwise) { return argc > place ? std::strtoul(argv[place], nullptr, 10) : otherwise; };
    const std::size_t services = argument(3, 50);
    const Cluster made = test::generatedCluster(argument(1, 50), argument(2, 10));
    const Snapshot snapshot = readPastedSnapshot(test::transcriptOf(made) + test::serviceTextOf(made, services));
    const Cluster cluster = clusterOf(snapshot.facts);
    const path::Predictor predictor(cluster);

    path::Matrix matrix;
    const Spent spent = timed([&] { matrix = matrixOf(predictor); });
    fmt::print("{} × {} cells by classes            {:>7.2f} s {:>7.2f} s processor   {} {} s\n", matrix.rows.size(), matrix.columns.size(), spent.wall, spent.processor, verdict(spent.wall <= budget), budget);

    std::size_t differ = 0;
    const Spent plain = timed([&] {
        for (std::size_t i = 0; i < plainRows; ++i) {
            const std::size_t row = matrix.rows.size() * i / plainRows;
            for (std::size_t column = 0; column < matrix.columns.size(); ++column) {
                path::Question question;
                question.from = matrix.rows[row];
                question.to = matrix.columns[column];
                const auto ways = predictor.request(question);
                differ += ways.front().ending.disposition != matrix.at(row, column).disposition || ways.front().ending.evidence != matrix.at(row, column).evidence;
            }
        }
    });
    const double all = plain.processor * static_cast<double>(matrix.rows.size()) / plainRows;
    fmt::print("each way by itself, of {} rows and all      {:>7.2f} s {:>7.1f} s processor   {:.1f} × as long, {} {} ×\n", plainRows, plain.wall, all, all / spent.processor, verdict(all / spent.processor >= leastRatio), leastRatio);
    fmt::print("cells that are not those of the plain walk: {}\n", differ);

    Stopwatch sinceStopped;
    int calls = 0;
    matrixOf(predictor, [&](std::size_t, std::size_t) {
        const bool goesOn = ++calls < 50;
        if (!goesOn)
            sinceStopped = Stopwatch();
        return goesOn;
    });
    const double stopped = sinceStopped.spent().wall;
    fmt::print("stopped after {:>6.3f} s   {} {} s\n", stopped, verdict(stopped <= stopBudget), stopBudget);
    return differ == 0 ? 0 : 1;
}
