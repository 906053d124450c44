# What R's validatetools and errorlocate need for the figures of one event.
#
#     Rscript validation_rules.R FIGURES CELLS
#
# FIGURES is a table (tab-separated: id, low, high, weight, the numbers of the cells it counts, joined
# by commas; NA where an end is open), CELLS how many kinds of people there are. One line a measure
# is printed: its name, the seconds of processor of each round, and what was found. The packages come
# from the library that R is set up with; habeas needs none of them.

suppressPackageStartupMessages({
  library(validate)
  library(validatetools)
  library(errorlocate)
})

arguments <- commandArgs(trailingOnly = TRUE)
figures <- read.delim(arguments[1], colClasses = c("character", rep("numeric", 3), "character"))
cells <- paste0("c", seq_len(as.integer(arguments[2])))

sums <- vapply(strsplit(figures$cells, ","), function(numbers) {
  paste0("c", numbers, collapse = " + ")
}, "")

# One rule for an exact figure, one for each end of the others.
rule_texts <- function(left, low, high) {
  exact <- !is.na(low) & !is.na(high) & low == high
  c(
    setNames(paste(left[exact], "==", low[exact]), figures$id[exact]),
    setNames(
      paste(left[!exact & !is.na(low)], ">=", low[!exact & !is.na(low)]),
      paste0(figures$id[!exact & !is.na(low)], "_low")
    ),
    setNames(
      paste(left[!exact & !is.na(high)], "<=", high[!exact & !is.na(high)]),
      paste0(figures$id[!exact & !is.na(high)], "_high")
    )
  )
}

as_rules <- function(texts) {
  do.call(validator, lapply(texts, function(text) parse(text = text)[[1]]))
}

nobody <- setNames(paste(cells, ">= 0"), cells)
rules <- as_rules(c(rule_texts(sums, figures$low, figures$high), nobody))

measure <- function(name, rounds, work) {
  seconds <- numeric()
  for (round in seq_len(rounds)) {
    began <- proc.time()
    found <- suppressMessages(suppressWarnings(work()))
    seconds <- c(seconds, sum((proc.time() - began)[c("user.self", "sys.self")]))
  }
  cat(name, paste(seconds, collapse = ","), paste(found, collapse = ","), sep = "\t")
  cat("\n")
}

# The clock of R is coarse, so that what is quick is done many times over in each round.
often <- 20
measure("feasible", 5, function() {
  for (time in seq_len(often)) found <- is_infeasible(rules)
  !found
})
measure("conflict", 3, function() {
  blamed <- detect_infeasible_rules(rules)
  c(blamed[1], is_contradicted_by(rules, blamed[1]))
})
measure("correction", 3, function() detect_infeasible_rules(rules))

# A record of what was said, and rules that join it to the people: which fields to change?
said <- ifelse(is.na(figures$low), figures$high, figures$low)
signs <- ifelse(is.na(figures$low), "<=", ifelse(is.na(figures$high), ">=", "=="))
joined <- setNames(paste(sums, signs, figures$id), paste0("rule_", figures$id))
record <- as.data.frame(as.list(c(setNames(said, figures$id), setNames(rep(NA_real_, length(cells)), cells))))
weights <- c(setNames(figures$weight, figures$id), setNames(rep(1, length(cells)), cells))
localizing <- as_rules(c(joined, nobody))
measure("localized", 3, function() {
  found <- locate_errors(record, localizing, weight = weights[names(record)])
  at <- values(found)[1, ]
  names(at)[!is.na(at) & at]
})
measure("bounds", 1, function() {
  feasible <- make_feasible(rules)
  nrow(detect_boundary_num(feasible))
})
